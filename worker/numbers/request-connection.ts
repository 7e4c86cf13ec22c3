import { sayTime } from "../hours/say-time.ts";
import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { boughtNumber, isBoughtElsewhere } from "./bought-number.ts";
import { queueNumber } from "./queue-number.ts";
import { recentRequests, requestConnection } from "./store/connection-requests.ts";
import { phoneNumber, type StoredNumber } from "./store/phone-numbers.ts";

const MOST_AN_HOUR = 5; // each takes several requests to Retell, and all companies share its limits
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * Handles Connect and Retry. A number that is connected or pending is returned as it is and not counted.
 * @throws AppError 404; 409 for a bought number or one that is being removed; 400 without a trunk; 429 after five an hour
 */
export async function connectNumber(scope: UserScope, services: Services, id: string): Promise<StoredNumber> {
  const number = await phoneNumber(scope, services.db, id);
  if (!number) throw notFound();
  if (isBoughtElsewhere(number)) throw boughtNumber();
  if (number.status === "disconnecting") throw beingRemoved();
  if (number.status === "pending" || number.status === "connected") return number;
  if (number.sipTrunkUri === null && number.purchasedAt === null) throw noTrunk();
  const now = services.now();
  const request = { actor: scope.userId, now, since: now - HOUR_MS, most: MOST_AN_HOUR };
  const pending = await requestConnection(scope, services.db, id, request);
  if (pending) {
    services.defer(() => queueNumber(services, id));
    return pending;
  }
  const asItIs = await phoneNumber(scope, services.db, id);
  if (!asItIs) throw notFound();
  if (asItIs.status === "pending" || asItIs.status === "connected") return asItIs; // another tab was quicker
  if (asItIs.status === "disconnecting") throw beingRemoved();
  throw await tooMany(scope, services, now);
}

async function tooMany(scope: UserScope, services: Services, now: number): Promise<AppError> {
  const requests = await recentRequests(scope, services.db, now - HOUR_MS);
  const opensAt = (requests[MOST_AN_HOUR - 1] ?? now) + HOUR_MS;
  const zone = await companyZone(scope, services.db);
  const when = sayTime(Math.ceil(opensAt / MINUTE_MS) * MINUTE_MS, zone, now);
  const retryAfterSeconds = Math.max(Math.ceil((opensAt - now) / 1000), 1);
  const message = `You can connect ${MOST_AN_HOUR} times an hour and have done so. Try again ${when}.`;
  return new AppError(429, "rate_limited", message, { retryAfterSeconds });
}

export function beingRemoved(): AppError {
  return new AppError(409, "conflict", "This number is being removed. Wait until it is gone, then add it again.");
}

export function noTrunk(): AppError {
  const reason = "Enter the trunk's address first, such as desert.pstn.twilio.com.";
  return new AppError(400, "validation_failed", "The trunk's address is missing.", {
    fields: { sip_trunk_uri: reason },
  });
}
