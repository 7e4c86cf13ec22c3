import { createWriteStream } from "node:fs";
import { spawnInGroup } from "./process-groups.ts";
import { sentenceFor, Trouble } from "./trouble.ts";

const TOO_LONG_MS = 60_000; // three times a cold start on a slow machine
const KEPT = 20_000; // characters of a program's output that are remembered
const SHOWN_LINES = 12;

/**
 * What wrangler prints when workerd has crashed. It then starts another one, which does not answer.
 * @internal exported for its test
 */
export const CRASHED = "The Workers runtime crashed unexpectedly";

type Program = { name: string; command: string; args: string[]; env: NodeJS.ProcessEnv; logFile: string };

/** Starts a program that keeps running beside us and writes its output to a file. */
export function startBeside({ name, command, args, env, logFile }: Program) {
  const child = spawnInGroup(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(logFile).on("error", () => undefined); // a full disk must not end a running call
  let said = "";
  let end: string | null = null;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  const ended = (how: string) => {
    end ??= how;
    wake();
  };
  const listen = (data: Buffer) => {
    log.write(data);
    said = `${said}${data}`.slice(-KEPT);
    if (said.includes(CRASHED)) ended("its runtime, workerd, crashed");
    wake();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  child.once("error", (error) => ended(error.message));
  child.once("close", (code, signal) => ended(signal ? `ended by ${signal}` : `exit code ${code}`));

  /** Resolves with what `look` finds. */
  const until = <Found>(look: () => Found | null): Promise<Found> =>
    new Promise((resolve) => {
      const again = () => {
        const found = look();
        if (found === null) return;
        waiting.delete(again);
        resolve(found);
      };
      waiting.add(again);
      again();
    });

  const trouble = (what: string) => {
    const last = said.trimEnd().split("\n").slice(-SHOWN_LINES).join("\n");
    const sentence = sentenceFor(said) ?? "Run `npm start` again; if it comes back, the lines below say why.";
    return new Trouble(`${what} ${sentence}\n\n${last}\n\nAll it said is in ${logFile}.`);
  };

  return {
    /** Resolves when it has printed `words` itself (so that we do not mistake another copy for it) and `url` answers. */
    async untilReady(words: string, url: string): Promise<void> {
      const deadline = AbortSignal.timeout(TOO_LONG_MS);
      deadline.addEventListener("abort", wake);
      const found = await until(() => end ?? (said.includes(words) ? "ready" : deadline.aborted ? "late" : null));
      if (found === "late") throw trouble(`${name} was not ready within ${TOO_LONG_MS / 1000} seconds.`);
      if (end !== null) throw trouble(`${name} ended before it was ready (${end}).`);
      let answer = "no answer";
      while (!deadline.aborted && end === null) {
        const signal = AbortSignal.any([deadline, AbortSignal.timeout(5_000)]);
        const response = await fetch(url, { signal }).catch(() => null);
        if (response?.ok) return;
        if (response) answer = `${response.status} ${await response.text().catch(() => "")}`;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw trouble(`${name} does not answer as it should at ${url}: ${answer}.`);
    },
    /** Rejects with a Trouble when it ends. */
    async untilGone(): Promise<never> {
      const how = await until(() => end);
      throw trouble(`${name} stopped working (${how}).`);
    },
  };
}
