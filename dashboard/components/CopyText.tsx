import { Check, Copy } from "lucide-preact";
import { useCopy } from "./use-copy.ts";

type Props = { label: string; text: string; note?: string };

/** A text to copy as a whole and paste elsewhere. */
export function CopyText({ label, text, note }: Props) {
  const { copied, copy } = useCopy(text);
  const Icon = copied ? Check : Copy;
  return (
    <div class="grid gap-1.5">
      <div class="flex items-end justify-between gap-3">
        <p class="font-medium">{label}</p>
        <button type="button" class="btn h-11 text-sm" onClick={copy}>
          <Icon size={16} aria-hidden="true" /> {copied ? "Copied" : "Copy"}
          <span class="sr-only"> {label.toLowerCase()}</span>
        </button>
      </div>
      <p class="rounded-field bg-base-200 px-3.5 py-3 font-mono text-sm select-all">{text}</p>
      {note && <p class="text-sm text-soft">{note}</p>}
    </div>
  );
}
