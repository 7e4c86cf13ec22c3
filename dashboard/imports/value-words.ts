import { phoneText } from "../../worker/phone/phone-text.ts";
import type { PickupKind } from "../../worker/reservations/pickup-kind.ts";
import { STATUS_WORDS, STATUSES } from "../reservations/status-words.ts";
import { dateFormat } from "../times/date-format.ts";
import { yearOf } from "../times/moment.ts";

/** A stored value of a list as the operator reads it. Instants are epoch milliseconds. */
export function valueWords(field: string, value: unknown, zone: string | undefined): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (typeof value === "number") return /_(at|time)$/.test(field) ? whenWords(value, zone) : String(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (field === "pickup_kind") return PICKUP_KINDS[value as PickupKind] ?? value; // as the server stores it
  if (field === "phone_e164") return phoneText(value);
  const status = field === "status" ? STATUSES.find((one) => one === value) : undefined;
  return status ? STATUS_WORDS[status] : value;
}

/** What is shown for a ride without a confirmation number. */
export const NO_NUMBER = "No number";

const PICKUP_KINDS: Record<PickupKind, string> = {
  time: "a time",
  day: "a day, the time is open",
  appointment: "when the passenger must be there",
};

type Pickup = { pickup_at: number | null; pickup_kind: PickupKind | null };

/**
 * When a ride is: "Sat, Nov 28, 10:00 PM", "Sat, Nov 28, time open", "to be there by Sat, Nov 28, 10:30 AM"; "" if
 * unknown.
 */
export function pickupWords({ pickup_at: at, pickup_kind: kind }: Pickup, zone: string | undefined): string {
  if (at === null) return "";
  if (kind === "day") return `${dayWords(at, zone)}, time open`;
  return kind === "appointment" ? `to be there by ${whenWords(at, zone)}` : whenWords(at, zone);
}

/** "Sat, Nov 28, 10:00 PM" in the zone; the year only if it is another one. */
export function whenWords(at: number, timeZone: string | undefined): string {
  return dateFormat("en-US", { timeZone, ...dayParts(at, timeZone), hour: "numeric", minute: "2-digit" }).format(at);
}

function dayWords(at: number, timeZone: string | undefined): string {
  return dateFormat("en-US", { timeZone, ...dayParts(at, timeZone) }).format(at);
}

function dayParts(at: number, timeZone: string | undefined) {
  const year = yearOf(at, timeZone) === yearOf(Date.now(), timeZone) ? undefined : "numeric";
  return { weekday: "short", month: "short", day: "numeric", year } as const;
}
