import { useState } from "preact/hooks";
import { useFormContext, useWatch } from "react-hook-form";
import type { Window } from "../../worker/hours/hours.ts";
import type { FormValues } from "../settings/form-values.ts";
import { hourName, hoursMeaning } from "../settings/hour-name.ts";
import { SelectInput } from "../settings/SelectInput.tsx";
import { TimeZoneField } from "../settings/TimeZoneField.tsx";
import { WeeklyHours } from "../settings/WeeklyHours.tsx";
import { everyDay } from "../settings/weekdays.ts";
import { HolidayTicks } from "./HolidayTicks.tsx";
import { type Pattern, patternOf, weekOf } from "./week-pattern.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: hourName(hour) }));

const PATTERNS: Record<Pattern, string> = {
  same: "Same every day",
  weekend: "Weekdays and weekend",
  each: "Each day",
};

/** When the office is open, in the simplest form that fits. */
export function HoursStep() {
  const { setValue } = useFormContext<FormValues>();
  const [start, end, weekly] = useWatch<FormValues, ["business_hours_start", "business_hours_end", "weekly_hours"]>({
    name: ["business_hours_start", "business_hours_end", "weekly_hours"],
  });
  const [pattern, setPattern] = useState<Pattern>(() => patternOf(weekly));
  const setWeek = (week: FormValues["weekly_hours"]) => setValue("weekly_hours", week, { shouldDirty: true });
  const choose = (next: Pattern) => {
    setPattern(next);
    if (next === "same") setWeek(null);
    else if (next === "weekend") setWeek(weekOf(weekly?.mon ?? everyDay(start, end).mon, weekly?.sat ?? []));
    else setWeek(weekly ?? everyDay(start, end));
  };
  const monday = weekly?.mon ?? [];
  return (
    <>
      <fieldset>
        <legend class="mb-2 font-medium">Your office is open</legend>
        <div class="flex flex-wrap gap-x-6">
          {(Object.entries(PATTERNS) as [Pattern, string][]).map(([value, words]) => (
            <label key={value} class="flex min-h-11 cursor-pointer items-center gap-2.5">
              <input
                type="radio"
                name="pattern"
                class="radio radio-sm border-(--edge)"
                checked={pattern === value}
                onChange={() => choose(value)}
              />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      {pattern === "same" && (
        <div class="grid gap-2">
          <div class="grid grid-cols-2 gap-4">
            <SelectInput name="business_hours_start" label="Opens" options={HOURS} number />
            <SelectInput name="business_hours_end" label="Closes" options={HOURS} number />
          </div>
          <p aria-live="polite" class="text-sm text-soft">
            {hoursMeaning(start, end)}
          </p>
        </div>
      )}
      {pattern === "weekend" && weekly && (
        <div class="grid gap-4">
          <Days name="Monday to Friday" windows={monday} onChange={(next) => setWeek(weekOf(next, weekly.sat ?? []))} />
          <Days
            name="Saturday and Sunday"
            windows={weekly.sat ?? []}
            onChange={(next) => setWeek(weekOf(monday, next))}
          />
        </div>
      )}
      {pattern === "each" && weekly && (
        <div class="grid gap-3">
          <WeeklyHours />
          <button type="button" class="btn h-11 justify-self-start" onClick={() => setWeek(weekOf(monday, monday))}>
            Copy Monday to all days
          </button>
        </div>
      )}
      <TimeZoneField />
      <HolidayTicks />
    </>
  );
}

/** One opening time for several days, or closed. */
function Days({ name, windows, onChange }: { name: string; windows: Window[]; onChange: (next: Window[]) => void }) {
  const [window = { open: "08:00", close: "17:00" }] = windows;
  const closed = windows.length === 0;
  return (
    <fieldset class="rounded-field border border-line px-4 pt-2 pb-4">
      <legend class="px-1 font-medium">{name}</legend>
      <div class="flex flex-wrap items-center gap-3">
        {(["open", "close"] as const).map((edge) => (
          <input
            key={edge}
            type="time"
            aria-label={`${name}, ${edge === "open" ? "opens" : "closes"}`}
            class="tabular input h-11 w-[8.25rem]"
            disabled={closed}
            value={window[edge] === "24:00" ? "00:00" : window[edge]}
            onInput={(event) => onChange([{ ...window, [edge]: event.currentTarget.value }])}
          />
        ))}
        <label class="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            class="checkbox border-(--edge)"
            checked={closed}
            onChange={(event) => onChange(event.currentTarget.checked ? [] : [window])}
          />
          Closed<span class="sr-only"> on {name}</span>
        </label>
      </div>
    </fieldset>
  );
}
