import { Plus, X } from "lucide-preact";
import { get, useController, useFormContext } from "react-hook-form";
import type { Weekday } from "../../../worker/hours/hours.ts";
import type { FormValues } from "./form-values.ts";

type Name = `weekly_hours.${Weekday}` | `hour_exceptions.${number}.windows`;

/** The opening times of one day. `of` names the day for those who hear the page. */
export function WindowsEditor({ name, of }: { name: Name; of: string }) {
  const { field } = useController<FormValues, Name>({ name });
  const { formState } = useFormContext<FormValues>();
  const windows = field.value ?? [];
  const replace = (index: number, part: { open?: string; close?: string }) =>
    field.onChange(windows.map((window, at) => (at === index ? { ...window, ...part } : window)));
  return (
    <div class="grid min-w-0 gap-2">
      {windows.map((window, index) => (
        <div key={index} class="flex flex-wrap items-center gap-2">
          {(["open", "close"] as const).map((edge) => (
            <TimeInput
              key={edge}
              label={`${of}, ${edge === "open" ? "opens" : "closes"}`}
              value={window[edge]}
              invalid={Boolean(get(formState.errors, `${name}.${index}.${edge}`))}
              onChange={(value) => replace(index, { [edge]: value })}
            />
          ))}
          <button
            type="button"
            class="btn btn-ghost btn-square size-11"
            aria-label={`${of}: remove these hours`}
            onClick={() => field.onChange(windows.filter((_, at) => at !== index))}
          >
            <X size={18} aria-hidden="true" />
          </button>
          {window.close <= window.open && window.open !== "" && window.close !== "" && (
            <span class="text-sm text-soft">{window.close === window.open ? "24 hours" : "until the next day"}</span>
          )}
        </div>
      ))}
      <div class="flex min-h-11 flex-wrap items-center gap-x-4">
        {windows.length === 0 && <span class="text-soft">Closed all day</span>}
        <button
          type="button"
          class="btn btn-ghost min-h-11 gap-1.5 px-2 text-sm font-medium"
          onClick={() => field.onChange([...windows, { open: "08:00", close: "17:00" }])}
        >
          <Plus size={15} aria-hidden="true" /> Add hours<span class="sr-only"> on {of}</span>
        </button>
      </div>
    </div>
  );
}

type TimeProps = { label: string; value: string; invalid: boolean; onChange: (value: string) => void };

function TimeInput({ label, value, invalid, onChange }: TimeProps) {
  return (
    <input
      type="time"
      aria-label={label}
      aria-invalid={invalid}
      // A clock has no 24:00; its 00:00 after the opening means the same.
      value={value === "24:00" ? "00:00" : value}
      class={`tabular input h-11 w-[8.25rem] ${invalid ? "input-error" : ""}`}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
