import { PhoneForwarded } from "lucide-preact";

export function NoDrivers({ onAdd }: { onAdd: () => void }) {
  return (
    <section class="panel flex flex-col items-center gap-4 px-6 py-14 text-center" aria-label="No drivers yet">
      <span class="grid size-14 place-items-center rounded-full bg-base-200 text-accent-ink">
        <PhoneForwarded size={26} aria-hidden="true" />
      </span>
      <div>
        <h2 class="text-lg font-semibold">No drivers yet</h2>
        <p class="mx-auto mt-1 max-w-md text-soft">
          If you add your drivers' phone numbers, the agent can put a waiting passenger through to their driver.
        </p>
      </div>
      <div class="flex flex-wrap justify-center gap-2">
        <a class="btn btn-primary h-11" href="/imports/new?kind=drivers">
          Import drivers
        </a>
        <button type="button" class="btn h-11" onClick={onAdd}>
          Add a driver
        </button>
      </div>
    </section>
  );
}
