import { Waypoints } from "lucide-preact";
import { numberAddress } from "./number-address.ts";

/** Links to the page that explains how calls reach this number. */
export function HowCallsArrive({ id }: { id: string }) {
  return (
    <section
      class="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5 sm:px-7"
      aria-label="How calls arrive"
    >
      <div class="min-w-0 flex-1 basis-72">
        <h2 class="font-semibold">How calls reach your agent</h2>
        <p class="text-sm text-soft">
          Forward your line, or let Twilio or Telnyx ask us. With the steps and codes for exactly this number.
        </p>
      </div>
      <a class="btn h-11" href={`${numberAddress(id)}/route`}>
        <Waypoints size={17} aria-hidden="true" /> See the steps
      </a>
    </section>
  );
}
