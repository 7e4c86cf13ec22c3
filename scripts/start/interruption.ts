import { constants } from "node:os";

const SAME_KEY_MS = 1_000; // npm passes on the Ctrl-C that the terminal has sent to us already
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type Signal = (typeof SIGNALS)[number];

/**
 * Resolves with the first signal to end; `say` is called with it at once, because a library may end the process before a
 * promise is heard of. A later one asks for haste: `hurry` is called.
 */
export function untilTold(say: (signal: Signal) => void, hurry: (signal: Signal) => void): Promise<Signal> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (first === null) {
          first = performance.now();
          say(signal);
          resolve(signal);
        } else if (performance.now() - first > SAME_KEY_MS) hurry(signal);
      });
    }
  });
}

/** With which code a shell expects a program to end that a signal has ended. */
export function exitCodeOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}
