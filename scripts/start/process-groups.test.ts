import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { spawnInGroup, stopAll } from "./process-groups.ts";

const MODULE = join(import.meta.dirname, "process-groups.ts");
// A program that starts another one and prints its pid. Both ignore requests to end.
const STUBBORN = `process.on("SIGTERM", () => {}); setInterval(() => {}, 1e6);`;
const PARENT = `
  const { spawn } = require("node:child_process");
  const child = spawn(process.execPath, ["-e", ${JSON.stringify(`${STUBBORN} console.log(process.pid)`)}], { stdio: ["ignore", "inherit", "inherit"] });
  setInterval(() => {}, 1e6);`;

/** Resolves when no process with that pid runs; the test's time limit ends the waiting. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it("what a program started ends with it, even if it ignores the request", async () => {
  const parent = spawnInGroup(process.execPath, ["-e", PARENT], { stdio: ["ignore", "pipe", "pipe"] });
  const [pid] = await once(parent.stdout, "data");
  await stopAll();
  await untilGone(Number(pid));
});

it.each([
  ["ends by itself", "process.exit(0)"],
  ["fails", "setTimeout(() => { throw new Error('surprise') })"],
])("nothing is left running when the program that started it %s", async (_, end) => {
  const script = `import(${JSON.stringify(MODULE)}).then(({ spawnInGroup }) => {
    const child = spawnInGroup(process.execPath, ["-e", ${JSON.stringify(PARENT)}], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.once("data", (pid) => { console.log(String(pid)); ${end}; });
  })`;
  const us = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
  const [pid] = await once(us.stdout, "data");
  await once(us, "close");
  await untilGone(Number(pid));
  expect(us.exitCode).not.toBeNull();
});
