import { ringsOfNumber } from "../inbound/store/rings.ts";
import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { phoneNumber } from "./store/phone-numbers.ts";

const MOST_RINGS = 10;

/**
 * The calls to one number since an instant (epoch milliseconds as text; without it, all), newest first, for the page that
 * waits for a test call. `now` is our clock, to be sent as `since` next time.
 * @throws AppError 404; 400 when `since` is not an instant
 */
export async function latestRings(scope: UserScope, services: Services, id: string, since = "0") {
  if (!/^\d{1,15}$/.test(since)) {
    const reason = "Send a time in milliseconds since 1970.";
    throw new AppError(400, "validation_failed", "The time could not be read.", { fields: { since: reason } });
  }
  if (!(await phoneNumber(scope, services.db, id))) throw notFound();
  const now = services.now();
  const rings = await ringsOfNumber(scope, services.db, id, { since: Number(since), limit: MOST_RINGS });
  const items = rings.map(({ receivedAt, fromNumber, forwardReason, milliseconds, outcome }) => ({
    received_at: receivedAt,
    from_number: fromNumber,
    forward_reason: forwardReason,
    milliseconds,
    outcome,
  }));
  return { items, now };
}
