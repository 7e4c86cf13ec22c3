import { isLastName } from "./last-name.ts";
import { isPickupDay, type PickupDay } from "./pickup-date.ts";
import type { Match } from "./store/lookups.ts";
import type { VerificationRule } from "./verification-rules.ts";

/** What besides the confirmation or phone number speaks for the caller. */
export type Evidence = { caller: string | null; lastName: string | null; pickupDays: PickupDay[] };

/**
 * Whether a caller may hear of this booking. Confirmation numbers are often counted up, so a guessed one hits a
 * stranger's booking: with `second_factor` the caller id, the last name or the pick-up date must fit as well.
 */
export function isVerified(
  rule: VerificationRule,
  match: Match,
  { caller, lastName, pickupDays }: Evidence,
  timezone: string,
): boolean {
  if (rule === "confirmation_only") return true;
  if (caller !== null && (caller === match.phoneE164 || caller === match.secondPhoneE164)) return true;
  if (lastName !== null && match.customerName !== null && isLastName(lastName, match.customerName)) return true;
  return match.pickupAt !== null && isPickupDay(pickupDays, match.pickupAt, timezone);
}
