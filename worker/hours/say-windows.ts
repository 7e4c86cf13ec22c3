import { sayClock } from "./say-clock.ts";
import type { MinuteWindow } from "./windows.ts";

const DAY_MINUTES = 24 * 60;

/** One day's windows: "6 AM to 10 PM", "8 AM to noon and 1 PM to 6 PM", "open 24 hours", "closed". */
export function sayWindows(windows: MinuteWindow[]): string {
  if (windows.length === 0) return "closed";
  if (isWholeDay(windows)) return "open 24 hours";
  return listInWords(windows.map(sayWindow));
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export function isWholeDay(windows: MinuteWindow[]): boolean {
  return windows[0]?.open === 0 && windows[0].close === DAY_MINUTES;
}

function sayWindow({ open, close }: MinuteWindow): string {
  const nextDay = close - open >= DAY_MINUTES ? " the next day" : "";
  return `${sayMinutes(open)} to ${sayMinutes(close)}${nextDay}`;
}

function sayMinutes(minutes: number): string {
  return sayClock(Math.floor(minutes / 60) % 24, minutes % 60, "midnight");
}
