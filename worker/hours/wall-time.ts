import { localTime } from "./wall-clock.ts";

/** What the clocks of a zone show at an instant (epoch milliseconds), for files: "2026-12-05 18:45". */
export function wallTime(at: number, zone: string): string {
  return localTime(at, zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}
