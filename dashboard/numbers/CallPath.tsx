import { ArrowDown, ArrowRight, MoonStar, Network, Phone } from "lucide-preact";
import { Fragment } from "preact";

const STATIONS = [
  {
    icon: Phone,
    title: "Your office's number",
    about: "Callers dial the number they know. Your office can ring first, as it does today.",
  },
  {
    icon: Network,
    title: "Your phone provider",
    about: "Twilio, Telnyx, Vonage or another company. It forwards the call to Nightdesk.",
  },
  {
    icon: MoonStar,
    title: "Nightdesk",
    about: "Your agent answers with your greeting, and knows your reservations.",
  },
];

/** How a call travels from the office's number through the provider to the agent. */
export function CallPath() {
  return (
    <ol class="grid items-stretch gap-3 md:grid-cols-[1fr_auto_1fr_auto_1fr]">
      {STATIONS.map(({ icon: Icon, title, about }, index) => (
        <Fragment key={title}>
          {index > 0 && (
            <li aria-hidden="true" class="grid place-items-center text-accent-ink">
              <ArrowRight size={26} class="max-md:hidden" />
              <ArrowDown size={26} class="md:hidden" />
            </li>
          )}
          <li
            class={`grid content-start justify-items-center gap-2 rounded-box p-5 text-center ${index === 2 ? "bg-[oklch(25%_0.06_266)] text-[oklch(96%_0.01_262)] dark:border dark:border-line" : "bg-base-200"}`}
          >
            <span
              class={`grid size-14 place-items-center rounded-full ${index === 2 ? "bg-white/10 text-[oklch(82%_0.125_76)]" : "bg-base-100 text-accent-ink"}`}
            >
              <Icon size={26} aria-hidden="true" />
            </span>
            <p class="font-semibold">{title}</p>
            <p class={`text-sm ${index === 2 ? "text-[oklch(86%_0.02_262)]" : "text-soft"}`}>{about}</p>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
