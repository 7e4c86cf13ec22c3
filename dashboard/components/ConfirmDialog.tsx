import type { ComponentChildren } from "preact";
import { Dialog } from "./Dialog.tsx";
import { Notice } from "./Notice.tsx";
import { useAction } from "./use-action.ts";

type Props = {
  /** The question. */
  title: string;
  /** What the confirming button does: "Remove the driver". */
  confirm: string;
  /** What the other button says; it closes the dialog. */
  cancel?: string;
  /** Something is lost for good, or callers notice the change. */
  destructive?: boolean;
  /** When the server refuses it, the dialog says why and stays open. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** What will happen. */
  children: ComponentChildren;
};

/** Asks before something is done. The component that opens the dialog closes it once `onConfirm` has succeeded. */
export function ConfirmDialog({ title, confirm, cancel = "Cancel", destructive, onConfirm, onClose, children }: Props) {
  const { busy, problem, run } = useAction();
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="mt-2 mb-4 text-soft">{children}</div>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn h-11" onClick={onClose}>
          {cancel}
        </button>
        <button
          type="button"
          class={`btn h-11 ${destructive ? "btn-error" : "btn-primary"}`}
          aria-disabled={busy}
          onClick={() => run(onConfirm)}
        >
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
