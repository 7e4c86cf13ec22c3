import type { Table } from "../../../worker/imports/reading/table.ts";
import { RequestError } from "../../request-error.ts";
import type { Answers, Ask, Step, ThreadMessage } from "./messages.ts";
import { openFile } from "./open-file.ts";
import { readList } from "./read-list.ts";
import { recogniseList } from "./recognise-list.ts";
import { ListRefused } from "./refused.ts";
import { sendList } from "./send-list.ts";

// The only state: the open file. Its cells leave this thread only as pages of an upload.
let open: { table: Table; file: File; contentHash: string } | null = null;

addEventListener("message", ({ data }: MessageEvent<{ id: number; ask: Ask }>) => {
  answer(data.ask).then(
    (found) => post({ type: "answer", id: data.id, answer: found }),
    (error: unknown) => post({ type: "refused", id: data.id, ...reasonOf(error) }),
  );
});

async function answer(ask: Ask): Promise<Answers[keyof Answers]> {
  if (ask.type === "open") {
    open = null;
    const { sheets, sheet, ...opened } = await openFile(ask.file, progress("opening"), ask.sheet);
    open = { ...opened, file: ask.file };
    return { ...recogniseList(ask.kind, open.table), sheets, sheet };
  }
  if (!open) throw new Error("no file is open");
  if (ask.type === "read") return readList(open.table, ask.choices);
  return sendList({ ...open, ...ask, fileName: open.file.name }, progress("sending"));
}

function progress(step: Step): (share: number) => void {
  return (share) => post({ type: "progress", step, share });
}

function post(message: ThreadMessage): void {
  postMessage(message);
}

function reasonOf(error: unknown): { message: string; code: string } {
  if (error instanceof ListRefused || error instanceof RequestError) {
    return { message: error.message, code: error.code };
  }
  console.error(error);
  return { message: "This file could not be read. Export it again, as CSV if you can.", code: "unreadable" };
}
