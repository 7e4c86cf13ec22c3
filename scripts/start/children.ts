import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

const running = new Set<ChildProcess>();
const TOO_LONG_MS = 60_000; // a cold start on a slow machine takes a third of this

/** Starts a program beside us, its output in a file. It ends when we do. */
export function startBeside(command: string, args: string[], env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(logFile);
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Runs a program to its end and returns what it printed. Throws with that when it fails. */
export async function runToEnd(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.on("data", (data) => (printed += data));
  child.stderr.on("data", (data) => (printed += data));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${printed}`);
  return printed;
}

/** Runs a program to its end with `input` as its standard input; returns its standard output. Throws with what it said. */
export async function answerOf(command: string, args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<string> {
  const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let [answer, said] = ["", ""];
  child.stdout.on("data", (data) => (answer += data));
  child.stderr.on("data", (data) => (said += data));
  child.stdin.on("error", () => undefined).end(input); // one that ended without reading is judged by its exit code
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${answer}${said}`);
  return answer;
}

/** Waits until `url` answers with success. Throws when the program has ended or nothing answers for a minute. */
export async function untilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + TOO_LONG_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended before it was ready. Its output is in ${logFile}.`);
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer. Its output is in ${logFile}.`);
}

/** Ends what startBeside started, and waits for it. */
export async function stopAll(): Promise<void> {
  const ended = [...running].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of running) child.kill("SIGTERM");
  await Promise.all(ended);
}
