import { Check, Copy, Phone } from "lucide-preact";
import { useCopy } from "../components/use-copy.ts";
import { telLink } from "./forwarding-lines.ts";

/** A code to dial: big, to be copied, and as a link where a phone dials it. */
export function DialCode({ title, dial }: { title: string; dial: string }) {
  const { copied, copy } = useCopy(dial);
  const Icon = copied ? Check : Copy;
  return (
    <section class="grid gap-2 rounded-field border border-line p-4" aria-label={title}>
      <h3 class="font-medium">{title}</h3>
      <p class="tabular font-mono text-xl font-semibold break-all select-all sm:text-2xl">{dial}</p>
      <div class="flex flex-wrap gap-2">
        <button type="button" class="btn h-11 text-sm" onClick={copy}>
          <Icon size={16} aria-hidden="true" /> {copied ? "Copied" : "Copy"}
          <span class="sr-only"> {title}</span>
        </button>
        <a class="btn h-11 text-sm sm:hidden" href={telLink(dial)}>
          <Phone size={16} aria-hidden="true" /> Dial
          <span class="sr-only"> {title}</span>
        </a>
      </div>
    </section>
  );
}
