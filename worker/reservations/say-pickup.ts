import { sayDay, sayTime, sayTimeFirst } from "../hours/say-time.ts";
import type { PickupKind } from "./pickup-kind.ts";

type Pickup = { pickupAt: number | null; pickupKind: PickupKind };

/**
 * When a ride is, as the agent says it: "today at 7:10 PM", "Sunday, December 20, the time is still open", "to be there
 * by 10:30 AM on Sunday, December 20"; "" if the list does not tell. `now` in epoch milliseconds.
 */
export function sayPickup({ pickupAt, pickupKind }: Pickup, zone: string, now: number): string {
  if (pickupAt === null) return "";
  if (pickupKind === "day") return `${sayDay(pickupAt, zone, now)}, the time is still open`;
  if (pickupKind === "appointment") return `to be there by ${sayTimeFirst(pickupAt, zone, now)}`;
  return sayTime(pickupAt, zone, now);
}
