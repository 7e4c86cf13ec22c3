import type { PickupKind } from "./pickup-kind.ts";
import { FINISHED, type ReservationStatus, UNDER_WAY } from "./status.ts";

const HOUR_MS = 3_600_000;
/** Drivers are late and flights are held, so a pick-up is still about to happen for this long after its time. */
export const GRACE_MS = 2 * HOUR_MS;
const LONGEST_RIDE_MS = 12 * HOUR_MS; // a status "en route" that is older than this was never closed
// A whole day, even the long one, and a ride that began in its last hour.
const OPEN_DAY_MS = 25 * HOUR_MS + LONGEST_RIDE_MS;

/** Where a booking stands for the caller who asks about it now. */
export type RidePhase = "ahead" | "under_way" | "cancelled" | "over";

type Ride = { status: ReservationStatus; pickupAt: number | null; pickupKind: PickupKind };

/**
 * The dispatcher's word counts first, the clock second: a ride whose pick-up time has
 * just passed is under way, not over, because its passenger is the one who calls. A
 * ride whose time is open is ahead until its day is over. Epoch milliseconds.
 */
export function ridePhase({ status, pickupAt, pickupKind }: Ride, now: number): RidePhase {
  if (status === "cancelled") return "cancelled";
  if (FINISHED.includes(status)) return "over";
  if (pickupAt === null || pickupAt >= now) return "ahead";
  const underWay = UNDER_WAY.includes(status);
  if (pickupKind === "day") return now - pickupAt > OPEN_DAY_MS ? "over" : underWay ? "under_way" : "ahead";
  return now - pickupAt <= (underWay ? LONGEST_RIDE_MS : GRACE_MS) ? "under_way" : "over";
}
