import { CircleAlert, CircleCheck } from "lucide-preact";
import { countWords } from "../../components/count-words.ts";
import type { ReadList } from "../list-reader/messages.ts";

type Props = { read: ReadList | null; words: { one: string; many: string }; onSend: () => void };

/** Stays at the bottom of the screen: how much of the file can be read, and the button to continue. */
export function UploadBar({ read, words, onSend }: Props) {
  const ready = read !== null && read.rows > 0;
  return (
    <div class="pointer-events-none sticky bottom-(--bottom-bar) z-20 pb-4">
      <div class="panel pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 shadow-lg sm:px-5">
        <p role="status" class="flex min-w-0 flex-1 basis-52 items-start gap-2 font-medium">
          {ready ? (
            <CircleCheck size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-success" />
          ) : (
            read && <CircleAlert size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-warning" />
          )}
          <span>{summary(read, words)}</span>
        </p>
        <button
          type="button"
          class="btn btn-primary h-11 max-sm:w-full"
          aria-disabled={!ready}
          onClick={() => ready && onSend()}
        >
          Upload and compare
        </button>
      </div>
    </div>
  );
}

function summary(read: ReadList | null, { one, many }: Props["words"]): string {
  if (!read) return "Reading the rows…";
  const readable = countWords(read.rows, one, many);
  if (read.rows === 0) return `No row could be read as a ${one}. Check the columns.`;
  if (read.errorCount === 0) return `${readable} can be read.`;
  return `${readable} can be read, ${countWords(read.errorCount, "row")} cannot.`;
}
