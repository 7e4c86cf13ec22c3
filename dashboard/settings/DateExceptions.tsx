import { CalendarPlus, Trash2 } from "lucide-preact";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { EXCEPTIONS } from "../../worker/settings/hours-schema.ts";
import { dayText } from "../times/moment.ts";
import { FieldProblem } from "./FieldProblem.tsx";
import type { FormValues } from "./form-values.ts";
import { problemAt } from "./problem-at.ts";
import { useField } from "./use-field.ts";
import { WindowsEditor } from "./WindowsEditor.tsx";

/** Dates with their own hours, such as holidays. */
export function DateExceptions() {
  const { fields, append, remove } = useFieldArray<FormValues, "hour_exceptions">({ name: "hour_exceptions" });
  const { formState } = useFormContext<FormValues>();
  const full = fields.length >= EXCEPTIONS;
  return (
    <div class="grid gap-3">
      <h3 class="font-medium">Holidays and other dates</h3>
      {fields.map((field, index) => (
        <ExceptionRow key={field.id} index={index} onRemove={() => remove(index)} />
      ))}
      <FieldProblem id="hour_exceptions-error">{problemAt(formState.errors, "hour_exceptions")}</FieldProblem>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <button
          type="button"
          class="btn min-h-11 text-sm font-medium"
          disabled={full}
          onClick={() => append({ date: "", label: "", windows: [] })}
        >
          <CalendarPlus size={16} aria-hidden="true" /> Add a date
        </button>
        {full && (
          <span class="text-sm text-soft">You can add up to {EXCEPTIONS} dates. Remove those that have passed.</span>
        )}
      </div>
    </div>
  );
}

function ExceptionRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const date = useField(`hour_exceptions.${index}.date`);
  const label = useField(`hour_exceptions.${index}.label`);
  const of = useDayName(index);
  const id = `hour_exceptions.${index}`;
  return (
    <fieldset class="grid gap-3 rounded-field border border-line p-4">
      <legend class="sr-only">{of}</legend>
      <div class="flex flex-wrap items-center gap-2">
        <input
          {...date.input}
          type="date"
          aria-label={`${of}: date`}
          aria-invalid={date.error ? "true" : undefined}
          aria-describedby={date.error ? `${id}.date-error` : undefined}
          class={`tabular input h-11 w-44 ${date.error ? "input-error" : ""}`}
        />
        <input
          {...label.input}
          aria-label={`${of}: name of the day`}
          aria-invalid={label.error ? "true" : undefined}
          aria-describedby={label.error ? `${id}.label-error` : undefined}
          placeholder="Thanksgiving"
          class={`input h-11 min-w-0 flex-1 basis-36 ${label.error ? "input-error" : ""}`}
        />
        <button type="button" class="btn btn-ghost btn-square size-11" aria-label={`Remove ${of}`} onClick={onRemove}>
          <Trash2 size={18} aria-hidden="true" />
        </button>
      </div>
      <FieldProblem id={`${id}.date-error`}>{date.error}</FieldProblem>
      <FieldProblem id={`${id}.label-error`}>{label.error}</FieldProblem>
      <WindowsEditor name={`hour_exceptions.${index}.windows`} of={of} />
    </fieldset>
  );
}

/** What a screen reader calls this row: the day's name, its date, or its place in the list. */
function useDayName(index: number): string {
  const row = useWatch<FormValues, `hour_exceptions.${number}`>({ name: `hour_exceptions.${index}` });
  return row?.label?.trim() || (row?.date && dayText(row.date)) || `Date ${index + 1}`;
}
