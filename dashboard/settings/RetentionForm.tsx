import { useQueryClient } from "@tanstack/preact-query";
import { useRef, useState } from "preact/hooks";
import { LONGEST_RETENTION_DAYS } from "../../worker/calls/retention-limits.ts";
import { api, bodyOf } from "../api.ts";
import type { Retention } from "../calls/call-replies.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import { retentionQuery } from "./retention-query.ts";

const FIELDS = {
  transcript_days: { label: "Conversations and summaries", hint: `Days, from 1 to ${LONGEST_RETENTION_DAYS}.` },
  recording_days: { label: "Recordings", hint: "Days, no more than for conversations." },
} as const;

type Name = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Name[]; // the keys of the record above

export function RetentionForm({ kept }: { kept: Retention }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  const [news, setNews] = useState("");
  const textOf = (name: Name) => typed[name] ?? String(kept[name]);
  const isDirty = NAMES.some((name) => textOf(name) !== String(kept[name]));
  const shorter = NAMES.some((name) => Number(textOf(name)) < kept[name] && Number(textOf(name)) >= 1);
  const { onSubmit, busy, problem } = useSubmit(async () => {
    if (shorter && !asking) {
      setAsking(true);
      return;
    }
    setAsking(false);
    const [transcript_days, recording_days] = [days(textOf("transcript_days")), days(textOf("recording_days"))];
    const saved = await bodyOf(api.retention.$put({ json: { ...kept, transcript_days, recording_days } }));
    queries.setQueryData(retentionQuery.queryKey, saved);
    void queries.invalidateQueries({ queryKey: ["calls"] });
    setTyped({});
    setNews("Saved.");
  });
  useUnsaved(isDirty);
  return (
    <form ref={form} noValidate aria-label="How long we keep calls" class="grid gap-5" onSubmit={onSubmit}>
      {problem && !NAMES.some((name) => problem.fields[name]) && <Notice kind="error">{problem.message}</Notice>}
      <div class="grid gap-5 sm:grid-cols-2">
        {NAMES.map((name) => (
          <Field key={name} id={name} {...FIELDS[name]} error={problem?.fields[name]}>
            {(field) => (
              <input
                {...field}
                name={name}
                type="number"
                inputMode="numeric"
                min={1}
                max={LONGEST_RETENTION_DAYS}
                class={`tabular input h-11 max-w-32 ${problem?.fields[name] ? "input-error" : ""}`}
                value={textOf(name)}
                onInput={(event) => {
                  setTyped({ ...typed, [name]: event.currentTarget.value });
                  setNews("");
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <div class="flex flex-wrap items-center gap-4">
        <button type="submit" class="btn h-11 font-medium" aria-disabled={busy}>
          {busy ? "Saving…" : "Save"}
          <span class="sr-only"> how long calls are kept</span>
        </button>
        <p role="status" class="text-sm">
          {news}
        </p>
      </div>
      {asking && (
        <ConfirmDialog
          title="Keep calls for less time?"
          confirm="Remove older calls"
          destructive
          onConfirm={async () => form.current?.requestSubmit()}
          onClose={() => setAsking(false)}
        >
          <p>Anything older is removed within minutes. Nobody can bring it back.</p>
        </ConfirmDialog>
      )}
    </form>
  );
}

/** The server says what is wrong with an empty field. */
function days(text: string): number {
  return text.trim() === "" ? 0 : Number(text);
}
