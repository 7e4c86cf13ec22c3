import { useState } from "preact/hooks";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import type { Message } from "./message-replies.ts";
import { useChange } from "./use-change.ts";

const LONGEST_NOTE = 2000; // characters; the server refuses more

/** The operator's own note; callers never hear it. */
export function NoteForm({ item }: { item: Message }) {
  const change = useChange();
  const stored = item.note ?? "";
  const [text, setText] = useState(stored);
  const [saved, setSaved] = useState(false);
  const unsaved = text.trim() !== stored;
  const { onSubmit, busy, problem } = useSubmit(async () => {
    const { note } = await change(item.id, { note: text });
    setText(note ?? "");
    setSaved(true);
  });
  useUnsaved(unsaved);
  return (
    <form noValidate class="grid gap-3" onSubmit={onSubmit}>
      {problem && !problem.fields.note && <Notice kind="error">{problem.message}</Notice>}
      <Field id="note" label="Your note" hint="Only your office sees it." error={problem?.fields.note}>
        {(field) => (
          <textarea
            {...field}
            name="note"
            rows={3}
            maxLength={LONGEST_NOTE}
            class={`textarea ${problem?.fields.note ? "textarea-error" : ""}`}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setSaved(false);
            }}
          />
        )}
      </Field>
      <div class="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p role="status" class="text-sm text-soft">
          {unsaved ? "Unsaved changes" : saved ? "Saved." : ""}
        </p>
        <button type="submit" class="btn h-11" aria-disabled={busy || !unsaved}>
          {busy ? "Saving…" : "Save the note"}
        </button>
      </div>
    </form>
  );
}
