import { PhoneIncoming } from "lucide-preact";

export function NoCalls() {
  return (
    <section class="panel flex flex-col items-center gap-4 px-6 py-14 text-center" aria-label="No calls yet">
      <span class="grid size-14 place-items-center rounded-full bg-base-200 text-accent-ink">
        <PhoneIncoming size={26} aria-hidden="true" />
      </span>
      <div>
        <h2 class="text-lg font-semibold">No calls yet</h2>
        <p class="mx-auto mt-1 max-w-md text-soft">
          Call your number from a mobile phone. The call appears here while you are still talking. Afterwards you can
          read what was said and looked up, and listen to it.
        </p>
      </div>
      <a class="btn h-11" href="/settings#phone-number">
        See your phone number
      </a>
    </section>
  );
}
