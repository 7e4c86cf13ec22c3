import { PhoneOff } from "lucide-preact";

export function NoSuchCall() {
  return (
    <section class="panel flex flex-col items-center gap-4 px-6 py-14 text-center" aria-label="Not found">
      <span class="grid size-14 place-items-center rounded-full bg-base-200 text-soft">
        <PhoneOff size={26} aria-hidden="true" />
      </span>
      <div>
        <h2 class="text-lg font-semibold">This call does not exist</h2>
        <p class="mt-1 text-soft">Check the address, or look for the call in your list.</p>
      </div>
      <a class="btn h-11" href="/calls">
        See all calls
      </a>
    </section>
  );
}
