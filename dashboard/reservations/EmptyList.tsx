import { FileUp } from "lucide-preact";

export function EmptyList() {
  return (
    <section class="panel flex flex-col items-center gap-4 px-6 py-14 text-center" aria-label="No reservations yet">
      <span class="grid size-14 place-items-center rounded-full bg-base-200 text-accent-ink">
        <FileUp size={26} aria-hidden="true" />
      </span>
      <div>
        <h2 class="text-lg font-semibold">No reservations yet</h2>
        <p class="mx-auto mt-1 max-w-md text-soft">
          Export the list from your dispatch software as CSV or XLSX and drop it here. The next caller who asks about a
          ride gets an answer.
        </p>
      </div>
      <a class="btn btn-primary h-11" href="/imports/new?kind=reservations">
        Import reservations
      </a>
    </section>
  );
}
