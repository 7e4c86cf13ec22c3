import { type ChildProcessByStdio, type SpawnOptionsWithStdioTuple, spawn } from "node:child_process";
import type { Readable } from "node:stream";

type Child = ChildProcessByStdio<null, Readable, Readable>;
type Options = SpawnOptionsWithStdioTuple<"ignore", "pipe", "pipe">;

const PATIENCE_MS = 5_000; // wrangler ends within one second
const running = new Set<Child>();

/**
 * Starts a program as the leader of its own process group: Ctrl-C reaches it only through us, and everything it starts
 * ends with it. It ends when we end, however that happens.
 */
export function spawnInGroup(command: string, args: string[], options: Options): Child {
  if (process.listeners("exit").every((listener) => listener !== killAll)) process.once("exit", killAll);
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once("exit", () => killGroup(child)); // what it left behind
  child.once("close", () => running.delete(child));
  return child;
}

/** Asks all these programs to end and waits for them. Programs that take too long are killed. */
export async function stopAll(): Promise<void> {
  const ended = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of running) child.kill("SIGTERM");
  const timer = setTimeout(killAll, PATIENCE_MS);
  await Promise.all(ended);
  clearTimeout(timer);
}

/** Kills all these programs. */
export function killAll(): void {
  for (const child of running) killGroup(child);
}

function killGroup({ pid }: Child): void {
  if (pid === undefined) return; // it never started
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // nobody is left in it
  }
}
