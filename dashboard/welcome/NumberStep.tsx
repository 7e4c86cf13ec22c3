import { ArrowRight } from "lucide-preact";
import { NumberFromUs } from "../numbers/NumberFromUs.tsx";

const WAYS = [
  { title: "Forward the number you have", text: "Enter it, and we show you the codes of your phone company." },
  { title: "Your own SIP trunk", text: "For numbers at Twilio, Telnyx, Vonage or another provider." },
];

/** How callers reach the agent. Each way has its own page. The operator can also choose it later. */
export function NumberStep() {
  return (
    <>
      <NumberFromUs />
      <ul class="grid gap-3">
        {WAYS.map(({ title, text }) => (
          <li key={title}>
            <a
              href="/numbers/new"
              class="flex min-h-11 items-center gap-4 rounded-field border border-line p-4 hover:bg-base-200"
            >
              <span class="min-w-0 flex-1">
                <span class="block font-medium">{title}</span>
                <span class="block text-soft">{text}</span>
              </span>
              <ArrowRight size={18} aria-hidden="true" class="shrink-0 text-soft" />
            </a>
          </li>
        ))}
      </ul>
      <a class="link inline-flex min-h-11 items-center justify-self-start" href="/try">
        Talk to your agent before it has a number
      </a>
    </>
  );
}
