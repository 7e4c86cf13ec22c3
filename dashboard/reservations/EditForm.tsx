import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { Switch } from "../components/Switch.tsx";
import { useSubmit } from "../components/submit.ts";
import type { Reservation } from "../imports/list-replies.ts";
import { fieldWord } from "../imports/list-words.ts";
import { zoneName } from "../times/zone-name.ts";
import { editedFields, formValues, TEXT_FIELDS } from "./edited-fields.ts";
import { STATUS_WORDS, STATUSES } from "./status-words.ts";

type Props = { item: Reservation; onDone: () => void };

/** Edits a reservation by hand. Only changed fields are sent. */
export function EditForm({ item, onDone }: Props) {
  const queries = useQueryClient();
  const [keep, setKeep] = useState(true);
  const before = formValues(item);
  const { onSubmit, busy, problem } = useSubmit(async (values) => {
    const changes = editedFields(before, values);
    if (Object.keys(changes).length === 0) return onDone();
    const json = { ...changes, keep_edit: keep };
    const now = await bodyOf(api.reservations[":id"].$patch({ param: { id: item.id }, json }));
    queries.setQueryData(["reservations", "one", item.id], now);
    void queries.invalidateQueries({ queryKey: ["reservations"] });
    onDone();
  });
  const refused = problem?.fields ?? {};
  return (
    <form noValidate class="mt-4 grid gap-4" onSubmit={onSubmit}>
      {problem && <Notice kind="error">{problem.message}</Notice>}
      <Field id="pickup_at" label="Pick-up" hint={`In ${zoneName(item.timezone)}.`} error={refused.pickup_at}>
        {(field) => (
          <input
            {...field}
            name="pickup_at"
            type="datetime-local"
            class={`tabular input h-11 ${refused.pickup_at ? "input-error" : ""}`}
            defaultValue={before.pickup_at?.replace(" ", "T")}
          />
        )}
      </Field>
      <Field id="status" label="Status" error={refused.status}>
        {(field) => (
          <select {...field} name="status" class="select h-11" defaultValue={item.status}>
            {STATUSES.map((status) => (
              <option key={status} value={status} selected={status === item.status}>
                {STATUS_WORDS[status]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {TEXT_FIELDS.map((name) => (
        <Field key={name} id={name} label={fieldWord("reservations", name)} error={refused[name]}>
          {(field) => (
            <input
              {...field}
              name={name}
              inputMode={name === "num_passengers" ? "numeric" : name === "telephone" ? "tel" : "text"}
              autocomplete="off"
              class={`input h-11 ${refused[name] ? "input-error" : ""}`}
              defaultValue={before[name]}
            />
          )}
        </Field>
      ))}
      <Switch
        id="keep_edit"
        title="Keep my change at the next import"
        about="If off, the next import overwrites your change."
        input={{ checked: keep, onChange: (event) => setKeep(event.currentTarget.checked) }}
      />
      <div class="sticky -bottom-6 -mx-6 -mb-6 flex justify-end gap-2 border-t border-line bg-base-100 px-6 py-4">
        <button type="button" class="btn btn-ghost h-11" onClick={onDone}>
          Back
        </button>
        <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
          {busy ? "Saving…" : "Save"}
        </button>
      </div>
    </form>
  );
}
