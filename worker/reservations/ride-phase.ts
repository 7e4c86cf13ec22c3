import type { ReservationStatus } from "./status.ts";

const HOUR_MS = 3_600_000;
/** Drivers are late and flights are held: for so long after its time a pick-up is still about to happen. */
export const GRACE_MS = 2 * HOUR_MS;
const LONGEST_RIDE_MS = 12 * HOUR_MS; // a status "en route" that is older than this was never closed

/** Where a booking stands for the caller who asks about it now. */
export type RidePhase = "ahead" | "under_way" | "cancelled" | "over";

const UNDER_WAY: ReservationStatus[] = ["en_route", "on_location", "in_car"];

/**
 * The dispatcher's word counts first, the clock second: a ride whose pick-up time has just passed is under way, not
 * over, because its passenger is the one who calls. Epoch milliseconds.
 */
export function ridePhase(ride: { status: ReservationStatus; pickupAt: number | null }, now: number): RidePhase {
  if (ride.status === "cancelled") return "cancelled";
  if (ride.status === "completed" || ride.status === "no_show") return "over";
  if (ride.pickupAt === null || ride.pickupAt >= now) return "ahead";
  const limit = UNDER_WAY.includes(ride.status) ? LONGEST_RIDE_MS : GRACE_MS;
  return now - ride.pickupAt <= limit ? "under_way" : "over";
}
