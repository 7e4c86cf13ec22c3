/** How far a ride is, in the order of a ride: what every dispatch system's own words are mapped to. */
export const KNOWN_STATUSES = [
  "pending",
  "confirmed",
  "assigned",
  "en_route",
  "on_location",
  "in_car",
  "completed",
  "cancelled",
  "no_show",
] as const;

/** "unknown": the dispatch system says something that nobody has explained, so nothing is derived from it. */
export const RESERVATION_STATUSES = [...KNOWN_STATUSES, "unknown"] as const;

export type KnownStatus = (typeof KNOWN_STATUSES)[number];
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

/** What the column of statuses holds: the database's own check does not allow "unknown", which has a flag of its own. */
export function knownStatus(status: ReservationStatus): KnownStatus {
  return status === "unknown" ? "pending" : status;
}
