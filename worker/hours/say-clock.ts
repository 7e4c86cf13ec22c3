/**
 * A wall-clock time as people say it: "6 AM", "6:30 AM", "noon". Opening hours say "midnight" ("until midnight"), but a
 * moment says "12 AM", because "Friday at midnight" could be either end of Friday.
 */
export function sayClock(hour: number, minute: number, midnight: "midnight" | "12 AM" = "12 AM"): string {
  if (minute === 0 && hour === 12) return "noon";
  if (minute === 0 && hour === 0) return midnight;
  const minutes = minute === 0 ? "" : `:${twoDigits(minute)}`;
  return `${twelveHour(hour)}${minutes} ${halfDay(hour)}`;
}

/** The time always with its minutes, as a clock shows it: "7:00 AM", "12:00 PM". */
export function sayFullClock(hour: number, minute: number): string {
  return `${twelveHour(hour)}:${twoDigits(minute)} ${halfDay(hour)}`;
}

function twelveHour(hour: number): number {
  return hour % 12 || 12;
}

function halfDay(hour: number): string {
  return hour < 12 ? "AM" : "PM";
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
