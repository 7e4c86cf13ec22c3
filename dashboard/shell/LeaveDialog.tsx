import { Dialog } from "../components/Dialog.tsx";

type Props = { onStay: () => void; onLeave: () => void };

export function LeaveDialog({ onStay, onLeave }: Props) {
  return (
    <Dialog title="Leave without saving?" onClose={onStay}>
      <p class="mt-1.5 text-soft">Your changes are not saved yet. If you leave now, they are lost.</p>
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={onLeave}>
          Leave and lose changes
        </button>
        <button type="button" class="btn btn-primary h-11" onClick={onStay}>
          Stay here
        </button>
      </div>
    </Dialog>
  );
}
