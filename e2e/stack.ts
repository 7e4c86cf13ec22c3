import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/start/ports.ts";
import { PORT_IS_TAKEN } from "../scripts/start/trouble.ts";

/** `seededAt`: right after the seeded companies' rides were put around their day (epoch milliseconds). */
export type Stack = { url: string; emulatorUrl: string; seededAt: number; stop: () => Promise<void> };

const TRIES = 3;
const TOO_LONG_MS = 400_000; // builds everything and seeds a database first

/** The whole product as `npm start` brings it up, on ports and data of its own. */
export async function startStack(): Promise<Stack> {
  for (let left = TRIES; ; left--) {
    try {
      return await tryToStart(await freePort(), await freePort());
    } catch (error) {
      // Another program took a port between the moment it was free and the moment it was used.
      if (left === 1 || !String(error).includes(PORT_IS_TAKEN)) throw error;
    }
  }
}

async function tryToStart(port: number, emulatorPort: number): Promise<Stack> {
  const stateDir = await mkdtemp(join(tmpdir(), "nightdesk-e2e-"));
  const env = { ...process.env, PORT: `${port}`, EMULATOR_PORT: `${emulatorPort}`, STATE_DIR: stateDir };
  const child = spawn(process.execPath, ["scripts/start.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    await printed(child.stdout, "Starting the emulator", ended, child.stderr);
    const seededAt = Date.now();
    await printed(child.stdout, "Nightdesk is up", ended, child.stderr);
    return { url: `http://127.0.0.1:${port}`, emulatorUrl: `http://127.0.0.1:${emulatorPort}`, seededAt, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for words on a program's output. Throws with all it said when it ends or takes too long. */
function printed(out: NodeJS.ReadableStream, words: string, ended: Promise<void>, errors: NodeJS.ReadableStream) {
  return new Promise<void>((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`${why}\n${said}`));
    const timer = setTimeout(() => fail("Nightdesk did not come up in time."), TOO_LONG_MS);
    const listen = (data: Buffer | string) => {
      said += data;
      if (!said.includes(words)) return;
      clearTimeout(timer);
      resolve();
    };
    out.on("data", listen);
    errors.on("data", listen);
    void ended.then(() => {
      clearTimeout(timer);
      fail("Nightdesk ended before it was up.");
    });
  });
}
