import type { Answers, Ask, Step, ThreadMessage } from "./messages.ts";
import { ListRefused } from "./refused.ts";

export type Progress = { step: Step; share: number };

/** A worker thread that reads lists, so that the page never freezes. Ask one thing at a time; `close` ends it. */
export function listReader(onProgress: (progress: Progress) => void) {
  const thread = new Worker(new URL("./list-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let asked = 0;

  thread.onmessage = ({ data }: MessageEvent<ThreadMessage>) => {
    if (data.type === "progress") return onProgress(data);
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === "refused") asker?.reject(new ListRefused(data));
    // The thread answers each request with its own type of answer.
    else asker?.resolve(data.answer as never);
  };
  thread.onerror = () => {
    const message = "The file could not be read in this browser. Reload the page and try again.";
    for (const { reject } of waiting.values()) reject(new ListRefused({ code: "unreadable", message }));
    waiting.clear();
  };

  return {
    ask<Type extends Ask["type"]>(ask: Extract<Ask, { type: Type }>): Promise<Answers[Type]> {
      const id = ++asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, ask });
      });
    },
    close: () => thread.terminate(),
  };
}
