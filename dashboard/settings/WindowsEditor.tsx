import { Plus, X } from "lucide-preact";
import { useController, useFormContext } from "react-hook-form";
import type { Weekday } from "../../worker/hours/hours.ts";
import { WINDOWS_A_DAY } from "../../worker/settings/hours-schema.ts";
import { FieldProblem } from "./FieldProblem.tsx";
import type { FormValues } from "./form-values.ts";
import { problemAt } from "./problem-at.ts";

type Name = `weekly_hours.${Weekday}` | `hour_exceptions.${number}.windows`;

/** The opening times of one day. `of` is the day, for screen readers. */
export function WindowsEditor({ name, of }: { name: Name; of: string }) {
  const { field } = useController<FormValues, Name>({ name });
  const { formState } = useFormContext<FormValues>();
  const windows = field.value ?? [];
  const full = windows.length >= WINDOWS_A_DAY;
  const replace = (index: number, part: { open?: string; close?: string }) =>
    field.onChange(windows.map((window, at) => (at === index ? { ...window, ...part } : window)));
  return (
    <div class="grid min-w-0 gap-2">
      {windows.map((window, index) => (
        <div key={index} class="flex flex-wrap items-center gap-2">
          {(["open", "close"] as const).map((edge) => (
            <TimeInput
              key={edge}
              id={`${name}.${index}.${edge}`}
              label={`${of}, ${edge === "open" ? "opens" : "closes"}`}
              value={window[edge]}
              problem={problemAt(formState.errors, `${name}.${index}.${edge}`)}
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
          <div class="basis-full empty:hidden">
            {(["open", "close"] as const).map((edge) => (
              <FieldProblem key={edge} id={`${name}.${index}.${edge}-error`}>
                {problemAt(formState.errors, `${name}.${index}.${edge}`)}
              </FieldProblem>
            ))}
          </div>
        </div>
      ))}
      <FieldProblem id={`${name}-error`}>{problemAt(formState.errors, name)}</FieldProblem>
      <div class="flex min-h-11 flex-wrap items-center gap-x-4">
        {windows.length === 0 && <span class="text-soft">Closed all day</span>}
        <button
          type="button"
          class="btn btn-ghost min-h-11 gap-1.5 px-2 text-sm font-medium"
          disabled={full}
          onClick={() => field.onChange([...windows, { open: "08:00", close: "17:00" }])}
        >
          <Plus size={15} aria-hidden="true" /> Add hours<span class="sr-only"> on {of}</span>
        </button>
        {full && <span class="text-sm text-soft">A day can have up to {WINDOWS_A_DAY} opening times.</span>}
      </div>
    </div>
  );
}

type TimeProps = {
  id: string;
  label: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

function TimeInput({ id, label, value, problem, onChange }: TimeProps) {
  return (
    <input
      type="time"
      aria-label={label}
      aria-invalid={problem ? "true" : undefined}
      aria-describedby={problem ? `${id}-error` : undefined}
      // Time inputs know no 24:00; 00:00 after the opening means the same.
      value={value === "24:00" ? "00:00" : value}
      class={`tabular input h-11 w-[8.25rem] ${problem ? "input-error" : ""}`}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
