import { WindowsEditor } from "./WindowsEditor.tsx";
import { WEEKDAY_IDS, WEEKDAY_NAMES } from "./weekdays.ts";

export function WeeklyHours() {
  return (
    <ul class="divide-y divide-(--line) rounded-field border border-line px-4">
      {WEEKDAY_IDS.map((weekday) => (
        <li key={weekday} class="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[6.5rem_1fr]">
          <span class="font-medium sm:pt-2.5">{WEEKDAY_NAMES[weekday]}</span>
          <WindowsEditor name={`weekly_hours.${weekday}`} of={WEEKDAY_NAMES[weekday]} />
        </li>
      ))}
    </ul>
  );
}
