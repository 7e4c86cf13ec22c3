import { CloudOff } from "lucide-preact";

/** Says that something could not be shown and offers to try again. */
export function Trouble({ what, onRetry }: { what: string; onRetry: () => void }) {
  return (
    <div role="alert" class="panel flex flex-wrap items-center gap-x-4 gap-y-3 p-5">
      <CloudOff size={22} aria-hidden="true" class="shrink-0 text-error" />
      <p class="min-w-0 flex-1 basis-56">{what}</p>
      <button type="button" class="btn min-h-11" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
