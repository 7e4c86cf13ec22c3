import { phoneText } from "../../worker/phone/phone-text.ts";
import { STATUS_WORDS, STATUSES } from "../reservations/status-words.ts";
import { dateFormat } from "../times/date-format.ts";
import { yearOf } from "../times/moment.ts";

/** A stored value of a list as the operator reads it. Instants are epoch milliseconds. */
export function valueWords(field: string, value: unknown, zone: string | undefined): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (typeof value === "number") return /_(at|time)$/.test(field) ? whenWords(value, zone) : String(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (field === "phone_e164") return phoneText(value);
  const status = field === "status" ? STATUSES.find((one) => one === value) : undefined;
  return status ? STATUS_WORDS[status] : value;
}

/** "Sat, Nov 28, 10:00 PM" in the zone; the year only if it is another one. */
export function whenWords(at: number, timeZone: string | undefined): string {
  const year = yearOf(at, timeZone) === yearOf(Date.now(), timeZone) ? undefined : "numeric";
  const day = { weekday: "short", month: "short", day: "numeric", year } as const;
  return dateFormat("en-US", { timeZone, ...day, hour: "numeric", minute: "2-digit" }).format(at);
}
