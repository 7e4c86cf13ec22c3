import { CalendarPlus, Trash2 } from "lucide-preact";
import { useFieldArray } from "react-hook-form";
import type { FormValues } from "./form-values.ts";
import { useField } from "./use-field.ts";
import { WindowsEditor } from "./WindowsEditor.tsx";

/** Dates that have hours of their own, such as holidays. */
export function DateExceptions() {
  const { fields, append, remove } = useFieldArray<FormValues, "hour_exceptions">({ name: "hour_exceptions" });
  return (
    <div class="grid gap-3">
      <h3 class="font-medium">Holidays and other dates</h3>
      {fields.map((field, index) => (
        <ExceptionRow key={field.id} index={index} onRemove={() => remove(index)} />
      ))}
      <button
        type="button"
        class="btn min-h-11 justify-self-start text-sm font-medium"
        onClick={() => append({ date: "", label: "", windows: [] })}
      >
        <CalendarPlus size={16} aria-hidden="true" /> Add a date
      </button>
    </div>
  );
}

function ExceptionRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const date = useField(`hour_exceptions.${index}.date`);
  const label = useField(`hour_exceptions.${index}.label`);
  const problem = date.error ?? label.error;
  return (
    <div class="grid gap-3 rounded-field border border-line p-4">
      <div class="flex flex-wrap items-center gap-2">
        <input
          {...date.input}
          type="date"
          aria-label="Date"
          aria-invalid={date.error ? "true" : undefined}
          class={`tabular input h-11 w-44 ${date.error ? "input-error" : ""}`}
        />
        <input
          {...label.input}
          aria-label="Name of the day"
          placeholder="Thanksgiving"
          class={`input h-11 min-w-0 flex-1 basis-36 ${label.error ? "input-error" : ""}`}
        />
        <button type="button" class="btn btn-ghost btn-square size-11" aria-label="Remove this date" onClick={onRemove}>
          <Trash2 size={18} aria-hidden="true" />
        </button>
      </div>
      {problem && <p class="text-sm font-medium text-error">{problem}</p>}
      <WindowsEditor name={`hour_exceptions.${index}.windows`} of="this date" />
    </div>
  );
}
