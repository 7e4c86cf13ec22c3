import { useEffect, useRef, useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { useCallsChanged } from "../calls/use-calls-changed.ts";
import { Field } from "../components/Field.tsx";
import { formatAsTyped } from "../components/format-as-typed.ts";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";

type Props = {
  /** Gets the number as it is stored, or nothing if the form was cancelled. */
  onDone: (added?: string) => void;
};

export function NewBlockForm({ onDone }: Props) {
  const [typed, setTyped] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const changed = useCallsChanged();
  const { onSubmit, busy, problem } = useSubmit(async ({ phone_number = "", note = "" }) => {
    const blocked = await bodyOf(api["blocked-callers"].$post({ json: { phone_number, note } }));
    await changed();
    onDone(blocked.phone_number);
  });
  const { phone_number, note } = problem?.fields ?? {};
  useUnsaved(typed);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      noValidate
      aria-label="Block a number"
      class="grid gap-5 rounded-field border border-line p-4 sm:p-5"
      onSubmit={onSubmit}
      onInput={() => setTyped(true)}
    >
      {problem && !phone_number && !note && <Notice kind="error">{problem.message}</Notice>}
      <div class="grid gap-5 sm:grid-cols-2">
        <Field id="blocked_number" label="Caller's number" error={phone_number}>
          {(field) => (
            <input
              {...field}
              ref={first}
              name="phone_number"
              type="tel"
              inputMode="tel"
              autocomplete="off"
              placeholder="(520) 555-0142"
              class={`tabular input h-11 ${phone_number ? "input-error" : ""}`}
              onInput={(event) => formatAsTyped(event.currentTarget)}
            />
          )}
        </Field>
        <Field id="blocked_note" label="Note" hint="Optional. Only you see it." error={note}>
          {(field) => (
            <input {...field} name="note" autocomplete="off" class={`input h-11 ${note ? "input-error" : ""}`} />
          )}
        </Field>
      </div>
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={() => onDone()}>
          Cancel
        </button>
        <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
          {busy ? "Blocking…" : "Block the number"}
        </button>
      </div>
    </form>
  );
}
