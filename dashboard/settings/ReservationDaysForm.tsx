import { useQueryClient } from "@tanstack/preact-query";
import type { InferResponseType } from "hono/client";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import { retentionQuery } from "./retention-query.ts";

type Kept = InferResponseType<(typeof api)["retention"]["$get"], 200>;

export function ReservationDaysForm({ kept }: { kept: Kept }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const text = typed ?? String(kept.reservation_days);
  useUnsaved(text !== String(kept.reservation_days));
  const { onSubmit, busy, problem } = useSubmit(async () => {
    const reservation_days = text.trim() === "" ? 0 : Number(text); // the server says what is wrong with an empty field
    queries.setQueryData(
      retentionQuery.queryKey,
      await bodyOf(api.retention.$put({ json: { ...kept, reservation_days } })),
    );
    setTyped(null);
    setSaved(true);
  });
  const wrong = problem?.fields.reservation_days;
  return (
    <form noValidate aria-label="How long we keep reservations" class="grid gap-5" onSubmit={onSubmit}>
      {problem && !wrong && <Notice kind="error">{problem.message}</Notice>}
      <Field
        id="reservation_days"
        label="Days to keep reservations"
        hint="From 1 to 730. If you lower it, older reservations are deleted within minutes. Nobody can bring them back."
        error={wrong}
      >
        {(field) => (
          <input
            {...field}
            name="reservation_days"
            type="number"
            inputMode="numeric"
            min={1}
            max={730}
            class={`tabular input h-11 max-w-32 ${wrong ? "input-error" : ""}`}
            value={text}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setSaved(false);
            }}
          />
        )}
      </Field>
      <div class="flex flex-wrap items-center gap-4">
        <button type="submit" class="btn h-11 font-medium" aria-disabled={busy}>
          {busy ? "Saving…" : "Save"}
          <span class="sr-only"> how long reservations are kept</span>
        </button>
        <p role="status" class="text-sm">
          {saved && "Saved."}
        </p>
      </div>
    </form>
  );
}
