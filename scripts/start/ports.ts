import { createServer } from "node:net";
import type { LocalSettings } from "./settings.ts";
import { PORT_IS_TAKEN, Trouble } from "./trouble.ts";
import { type Part, whoListens } from "./who-listens.ts";

/** Throws a Trouble about all ports that are not free: which ones, who uses them, and what to set instead. */
export async function checkPorts({ port, emulatorPort }: LocalSettings): Promise<void> {
  if (port === emulatorPort) {
    const other = await freePort();
    throw new Trouble(
      `PORT and EMULATOR_PORT are both ${port}. Give one of them another number: \`EMULATOR_PORT=${other} npm start\`.`,
    );
  }
  const found = await Promise.all([
    obstacle(port, "PORT", "Worker"),
    obstacle(emulatorPort, "EMULATOR_PORT", "emulator"),
  ]);
  const obstacles = found.filter((one) => one !== null);
  if (obstacles.length === 0) return;
  const others = await Promise.all(obstacles.map(async ({ setting }) => `${setting}=${await freePort()}`));
  const apart = obstacles.some(({ ours }) => ours) ? " STATE_DIR=.wrangler/second" : "";
  const ours = apart && " Two copies also need two folders for their data, hence STATE_DIR.";
  throw new Trouble(
    `${obstacles.map(({ what }) => what).join("\n")}\nEnd that program, or choose another port: \`${others.join(" ")}${apart} npm start\`.${ours}`,
  );
}

/**
 * A port on 127.0.0.1 that is free at this moment.
 * @internal exported for its test
 */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Why this part cannot listen there; null if it can. */
async function obstacle(port: number, setting: string, part: Part) {
  const code = await listenError(port);
  if (code === null) return null;
  if (code === "EACCES") {
    const what = `Port ${port} (${setting}) is kept for the administrator: choose one from 1024 to 65535.`;
    return { setting, what, ours: false };
  }
  const ours = code === "EADDRINUSE" && (await whoListens(`http://127.0.0.1:${port}`, part)) === "nightdesk";
  const by = ours ? "another copy of Nightdesk" : "another program";
  const how = code === "EADDRINUSE" ? `${PORT_IS_TAKEN} by ${by}` : `cannot be used (${code})`;
  return { setting, what: `Port ${port} (${setting}), where the ${part} would listen, ${how}.`, ours };
}

function listenError(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer().once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(null)));
  });
}
