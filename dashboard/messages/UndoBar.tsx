import { CircleCheck, Undo2, X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { useAction } from "../components/use-action.ts";
import type { Message } from "./message-replies.ts";
import { callerWords } from "./message-words.ts";
import { useChange } from "./use-change.ts";

type Props = { changed: Message | null; onUndone: (id: string) => void; onClose: () => void };

/** Says which message was just marked as done or reopened, with a button to undo that. It stays until the next change. */
export function UndoBar({ changed, onUndone, onClose }: Props) {
  const change = useChange();
  const { busy, problem, run } = useAction();
  const button = useRef<HTMLButtonElement>(null);
  // The row that had the focus may be gone.
  useEffect(() => button.current?.focus(), [changed]);
  const undo = ({ id, done_at }: Message) =>
    run(async () => {
      await change(id, { done: done_at === null });
      onUndone(id);
    });
  return (
    <div role="status" class="pointer-events-none fixed inset-x-0 bottom-(--bottom-bar) z-20 px-4 pb-4">
      {changed && (
        <div class="panel pointer-events-auto mx-auto flex max-w-xl items-center gap-2 py-2 pr-2 pl-4 shadow-xl">
          <CircleCheck size={19} aria-hidden="true" class="shrink-0 text-success" />
          <p class="min-w-0 flex-1 font-medium">
            {changed.done_at === null ? "Reopened" : "Done"}: {callerWords(changed)}
            {problem && <span class="block text-sm text-error">{problem}</span>}
          </p>
          <button ref={button} type="button" class="btn h-11" aria-disabled={busy} onClick={() => undo(changed)}>
            <Undo2 size={17} aria-hidden="true" /> Undo
          </button>
          <button type="button" class="btn btn-ghost btn-square size-11" aria-label="Close" onClick={onClose}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
