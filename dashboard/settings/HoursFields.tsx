import { useRef } from "preact/hooks";
import { useFormContext, useWatch } from "react-hook-form";
import { Switch } from "../components/Switch.tsx";
import { DateExceptions } from "./DateExceptions.tsx";
import type { FormValues } from "./form-values.ts";
import { hourName, hoursMeaning } from "./hour-name.ts";
import { SelectInput } from "./SelectInput.tsx";
import { WeeklyHours } from "./WeeklyHours.tsx";
import { everyDay } from "./weekdays.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: hourName(hour) }));

/** When the office is open: the same hours every day, or hours by weekday and for single dates. */
export function HoursFields() {
  const { setValue, clearErrors } = useFormContext<FormValues>();
  const lastWeek = useRef<FormValues["weekly_hours"]>(null);
  const [start, end, weekly, exceptions] = useWatch<
    FormValues,
    ["business_hours_start", "business_hours_end", "weekly_hours", "hour_exceptions"]
  >({ name: ["business_hours_start", "business_hours_end", "weekly_hours", "hour_exceptions"] });
  const precise = weekly !== null;
  const switchTo = (on: boolean) => {
    if (!on) lastWeek.current = weekly; // restored when it is turned on again
    setValue("weekly_hours", on ? (lastWeek.current ?? everyDay(start, end)) : null, { shouldDirty: true });
    clearErrors("weekly_hours");
  };
  return (
    <fieldset class="grid gap-5">
      <legend class="mb-3 font-medium">Business hours</legend>
      {!precise && (
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
      <Switch
        id="precise_hours"
        title="Different hours by day"
        about="Set hours for each weekday, several opening times a day, and holidays."
        input={{
          checked: precise,
          onChange: (event) => switchTo(event.currentTarget.checked),
        }}
      />
      {precise && <WeeklyHours />}
      {(precise || exceptions.length > 0) && <DateExceptions />}
    </fieldset>
  );
}
