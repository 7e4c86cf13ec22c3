import { useState } from "preact/hooks";
import { api, done } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { RequestError } from "../request-error.ts";
import { zoneName } from "../times/zone-name.ts";
import { instantInZone } from "./instant-in-zone.ts";

export type Switched = "agent" | "closed";

type Props = {
  answers: Switched;
  ends: { until: number; text: string }[];
  zone: string;
  onSwitched: () => Promise<unknown>;
  onClose: () => void;
};

const WORDS: Record<Switched, { title: string; about: string; confirm: string }> = {
  agent: {
    title: "The agent answers everything until…",
    about: "Your office does not ring until then. Callers hear your usual greeting.",
    confirm: "Switch to the agent",
  },
  closed: {
    title: "The office is closed",
    about: "Your office does not ring until then. The agent tells callers that you are closed.",
    confirm: "Close the office",
  },
};

const OTHER = "other";

/** Asks until when the switch counts, then sets it. */
export function SwitchDialog({ answers, ends, zone, onSwitched, onClose }: Props) {
  const [chosen, setChosen] = useState(ends[0] ? String(ends[0].until) : OTHER);
  const { title, about, confirm } = WORDS[answers];
  const { onSubmit, busy, problem } = useSubmit(async ({ moment = "" }) => {
    const until = chosen === OTHER ? await instantInZone(moment, zone) : Number(chosen);
    if (until === null) throw noMoment();
    await done(api["answering-override"].$put({ json: { answers, until: new Date(until).toISOString() } }));
    await onSwitched();
    onClose();
  });
  const fieldProblem = problem?.fields.until;
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="mt-1 text-soft">{about}</p>
      <form noValidate class="mt-4 grid gap-4" onSubmit={onSubmit}>
        <fieldset>
          <legend class="mb-2 font-medium">Until when?</legend>
          <div class="grid gap-2">
            {[
              ...ends.map(({ until, text }) => ({ value: String(until), text })),
              { value: OTHER, text: OTHER_TEXT },
            ].map(({ value, text }) => (
              <label
                key={value}
                class="flex min-h-11 cursor-pointer items-center gap-3 rounded-field border border-line px-3.5 py-2.5 hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
              >
                <input
                  type="radio"
                  name="end"
                  value={value}
                  checked={chosen === value}
                  onChange={() => setChosen(value)}
                  class="radio radio-sm border-(--edge) radio-primary"
                />
                <span class="first-letter:uppercase">{text}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {chosen === OTHER && (
          <Field id="moment" label="Date and time" hint={`In your time zone, ${zoneName(zone)}.`} error={fieldProblem}>
            {(field) => <input {...field} type="datetime-local" name="moment" class="input h-11" />}
          </Field>
        )}
        {problem && (chosen !== OTHER || !fieldProblem) && <Notice kind="error">{problem.message}</Notice>}
        <div class="mt-2 flex flex-wrap justify-end gap-2">
          <button type="button" class="btn h-11" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
            {confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const OTHER_TEXT = "another date or time";

function noMoment(): RequestError {
  const reason = "Enter a date and a time.";
  return new RequestError(400, { error: { code: "validation_failed", message: reason, fields: { until: reason } } });
}
