import { useFormContext, useWatch } from "react-hook-form";
import type { FormValues } from "../settings/form-values.ts";
import { dateIn, dayText } from "../times/moment.ts";
import { usHolidays } from "./us-holidays.ts";

/** The next US holidays, each with a box to tick: ticked means closed all day. Other dates are in Agent Settings. */
export function HolidayTicks() {
  const { setValue } = useFormContext<FormValues>();
  const exceptions = useWatch<FormValues, "hour_exceptions">({ name: "hour_exceptions" });
  const today = dateIn(undefined, Date.now());
  const tick = (holiday: { date: string; label: string }, on: boolean) => {
    const others = exceptions.filter(({ date }) => date !== holiday.date);
    setValue("hour_exceptions", on ? [...others, { ...holiday, windows: [] }] : others, { shouldDirty: true });
  };
  return (
    <fieldset>
      <legend class="mb-2 font-medium">Closed on these holidays</legend>
      <div class="grid gap-x-4 sm:grid-cols-2">
        {usHolidays(today).map((holiday) => (
          <label key={holiday.date} class="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              class="checkbox border-(--edge)"
              checked={exceptions.some(({ date }) => date === holiday.date)}
              onChange={(event) => tick(holiday, event.currentTarget.checked)}
            />
            <span>
              {holiday.label} <span class="tabular text-sm text-soft">{dayText(holiday.date)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
