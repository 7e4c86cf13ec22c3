import { keysWhere } from "../lib/field-table.ts";
import { oneOf } from "../lib/one-of.ts";

/**
 * How far a ride is, in the order of a ride. Every dispatch system's own words are mapped to these statuses; `ride` is
 * what each of them says about the ride.
 */
const STATUSES = {
  pending: { ride: "ahead" },
  confirmed: { ride: "ahead" },
  assigned: { ride: "ahead" },
  en_route: { ride: "under_way" },
  on_location: { ride: "under_way" },
  in_car: { ride: "under_way" },
  completed: { ride: "over" },
  cancelled: { ride: "cancelled" },
  no_show: { ride: "over" },
} as const;

export const KNOWN_STATUSES = oneOf(STATUSES);

/** "unknown": the dispatch system says something that nobody has explained, so nothing is derived from it. */
export const RESERVATION_STATUSES = [...KNOWN_STATUSES, "unknown"] as const;

/** The statuses that only a driver on duty brings about. */
export const UNDER_WAY: readonly ReservationStatus[] = keysWhere(STATUSES, "ride", "under_way");

/** After these statuses nothing happens any more. */
export const FINISHED: readonly ReservationStatus[] = keysWhere(STATUSES, "ride", "over", "cancelled");

export type KnownStatus = keyof typeof STATUSES;
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

/** What the column of statuses holds: the database's own check does not allow "unknown", which has a flag of its own. */
export function knownStatus(status: ReservationStatus): KnownStatus {
  return status === "unknown" ? "pending" : status;
}
