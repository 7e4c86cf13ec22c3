import { PhoneCall } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { SpeechBubble } from "../components/SpeechBubble.tsx";
import { useSubmit } from "../components/submit.ts";
import type { LookUpReply } from "../imports/list-replies.ts";

const PHONE = { type: "tel" } as const;
const TEXT = { type: "text" } as const;
const DATE = { type: "date" } as const;

const FIELDS = [
  { name: "confirmation_number", label: "Confirmation number", kind: TEXT },
  { name: "telephone", label: "Phone on the booking", kind: PHONE },
  { name: "last_name", label: "Last name", kind: TEXT },
  { name: "pickup_date", label: "Pick-up date", kind: DATE },
  { name: "caller_number", label: "Calling from", kind: PHONE },
] as const;

/** Runs a look-up the way the agent does and shows what it would say. */
export function LookUpPanel() {
  const [reply, setReply] = useState<LookUpReply>();
  const { onSubmit, busy, problem } = useSubmit(async (values) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ""));
    setReply(undefined);
    setReply(await bodyOf(api["reservation-lookups"].$post({ json: given })));
  });
  return (
    <details class="panel group">
      <summary class="flex min-h-14 cursor-pointer items-center gap-3 px-4 py-3 font-medium sm:px-6">
        <PhoneCall size={19} aria-hidden="true" class="shrink-0 text-accent-ink" />
        <span class="flex-1">
          Test a look-up
          <span class="ml-2 font-normal text-soft max-sm:ml-0 max-sm:block">See what a caller would hear</span>
        </span>
      </summary>
      <div class="grid gap-6 border-t border-line p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
        <form
          noValidate
          aria-label="Test a look-up"
          class="grid content-start gap-3 sm:grid-cols-2"
          onSubmit={onSubmit}
        >
          {FIELDS.map(({ name, label, kind }) => (
            <label key={name} class="grid gap-1 first:sm:col-span-2">
              <span class="text-sm font-medium">{label}</span>
              <input {...kind} name={name} autocomplete="off" spellcheck={false} class="tabular input h-11" />
            </label>
          ))}
          <button type="submit" class="btn btn-primary h-11 sm:col-span-2 sm:justify-self-start" aria-disabled={busy}>
            {busy ? "Looking…" : "Look up"}
          </button>
        </form>
        <div aria-live="polite" class="min-w-0">
          {problem && <Notice kind="error">{[problem.message, ...Object.values(problem.fields)].join(" ")}</Notice>}
          {reply ? (
            <Answer reply={reply} />
          ) : (
            <p class="text-soft">
              Enter what a caller would say. The look-up runs exactly as on the phone, but a miss does not count against
              anybody.
            </p>
          )}
        </div>
      </div>
    </details>
  );
}

function Answer({ reply: { answer, milliseconds } }: { reply: LookUpReply }) {
  const found = answer.found === true;
  const words = String((found ? answer.summary : answer.message) ?? "");
  return (
    <div class="grid gap-3">
      <p class="font-medium">
        {found ? "Found. The agent says:" : "Not found. The agent is told:"}{" "}
        <span class="tabular text-sm font-normal text-soft">{Math.round(milliseconds)} ms</span>
      </p>
      <SpeechBubble>{words}</SpeechBubble>
      {found && typeof answer.transfer_reason === "string" && (
        <p class="text-sm text-soft">
          {answer.transfer_available === true
            ? "Transfer to the driver: offered."
            : "Transfer to the driver: not offered."}{" "}
          {answer.transfer_reason}
        </p>
      )}
      <details>
        <summary class="link flex min-h-11 cursor-pointer items-center text-sm">Show the full answer (JSON)</summary>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
          tabIndex={0}
          class="max-h-96 overflow-auto rounded-field bg-base-200 p-4 text-sm"
        >
          {JSON.stringify(answer, null, 2)}
        </pre>
      </details>
    </div>
  );
}
