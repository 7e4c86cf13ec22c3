import { spawn } from "node:child_process";
import type { spawnInGroup } from "./process-groups.ts";

/** Runs a program until it ends and returns its output. Throws with the output if it fails. */
export async function runToEnd(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  start: typeof spawnInGroup = (name, words, options) => spawn(name, words, options),
): Promise<string> {
  const child = start(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.on("data", (data) => (printed += data));
  child.stderr.on("data", (data) => (printed += data));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${printed}`);
  return printed;
}

/** Runs a program until it ends with `input` as its standard input. Returns its standard output, or throws with it. */
export async function answerOf(command: string, args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<string> {
  const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let [answer, said] = ["", ""];
  child.stdout.on("data", (data) => (answer += data));
  child.stderr.on("data", (data) => (said += data));
  child.stdin.on("error", () => undefined).end(input); // if it ends without reading, its exit code decides
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${answer}${said}`);
  return answer;
}
