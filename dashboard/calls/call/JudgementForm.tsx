import { useEffect, useRef, useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { Field } from "../../components/Field.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useSubmit } from "../../components/submit.ts";
import { useUnsaved } from "../../shell/use-unsaved.ts";
import { useCallsChanged } from "../use-calls-changed.ts";

type Props = { id: string; note: string | null; onClose: (saved: boolean) => void };

export function JudgementForm({ id, note, onClose }: Props) {
  const [text, setText] = useState(note ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const changed = useCallsChanged();
  const { onSubmit, busy, problem } = useSubmit(async () => {
    await bodyOf(api.calls[":id"].feedback.$put({ param: { id }, json: { wrong: true, note: text } }));
    await changed();
    onClose(true);
  });
  useUnsaved(text !== (note ?? ""));
  useEffect(() => field.current?.focus(), []);
  return (
    <form noValidate aria-label="This answer was wrong" class="grid gap-3" onSubmit={onSubmit}>
      {problem && !problem.fields.note && <Notice kind="error">{problem.message}</Notice>}
      <Field id="note" label="What was wrong?" hint="Optional. Only you see it." error={problem?.fields.note}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            name="note"
            rows={4}
            class={`textarea ${problem?.fields.note ? "textarea-error" : ""}`}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={() => onClose(false)}>
          Cancel
        </button>
        <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
          {busy ? "Saving…" : "Save"}
        </button>
      </div>
    </form>
  );
}
