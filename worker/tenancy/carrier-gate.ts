import { createMiddleware } from "hono/factory";
import { routeByToken } from "../db/directory/routes.ts";
import { countUnknown } from "../http/api-limit.ts";
import type { AppEnv } from "../http/context.ts";
import { readRawBody } from "../http/raw-body.ts";
import { within } from "../lib/deadline.ts";
import { AppError, notFound } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { type CarrierCall, carrierCall } from "../telephony/carrier-call.ts";
import type { Carrier } from "../telephony/carriers.ts";
import { type SignedRequest, signedByTelnyx, signedByTwilio } from "../telephony/signatures.ts";
import { readRouteSnapshot } from "../telephony/snapshot.ts";
import type { VoiceProfile } from "../telephony/voice-profile.ts";
import { withSecretAt } from "../vault/with-secret.ts";
import { scopeOfUser, type UserScope } from "./scope.ts";

/**
 * A call that a company's carrier asks about. `ringsAlready`: the office's phone is ringing for this caller right now.
 * `pressed`: somebody at the office took this call by pressing 1; also true while that is unknown.
 */
export type CarrierAsks = {
  scope: UserScope;
  carrier: Carrier;
  profile: VoiceProfile;
  call: CarrierCall;
  ringsAlready: boolean;
  pressed: boolean;
};

export type AskedByCarrier = { Variables: { asked: CarrierAsks } };

const LONGEST_BODY = 32_000; // bytes; a voice webhook is one or two thousand
const DATABASE_MS = 1500; // the caller hears nothing while we look: after this the last known state is better
const SNAPSHOT_MS = 300;
const PREVIOUS_TOKEN_MS = 86_400_000; // a day to promote the new token at Twilio; after that the old one proves nothing

/**
 * Lets through requests signed by the carrier of the company whose route the URL names. Unknown token: 404, and 429 for
 * an address that tries many. Unsigned, altered, or of another account: 403. When neither D1 nor KV says whose route it
 * is, 503, so that the carrier takes its own fallback, which leads to the agent.
 */
export function carrierGate(carrier: Carrier) {
  return createMiddleware<AppEnv & AskedByCarrier>(async function carrierGate(c, next) {
    const services = c.get("services");
    const token = c.req.param("token") ?? "";
    const rawBody = await readRawBody(c.req.raw, LONGEST_BODY);
    const { pathname, search } = new URL(c.req.url);
    const call = carrierCall(rawBody || search); // a Studio flow asks by GET
    const route = isToken(token) ? await routeOf(services, token, call) : null;
    if (!route) {
      await countUnknown(c);
      throw notFound();
    }
    const { profile, ringsAlready, pressed } = route;
    const scope = scopeOfUser(profile.userId);
    c.get("trace").tenant = profile.userId;
    const request = { url: services.settings.PUBLIC_URL + pathname + search, rawBody, headers: c.req.raw.headers };
    if (!(await isSigned(scope, services, { carrier, profile, call, request }))) {
      log("carrier_not_trusted", { tenant: profile.userId, carrier });
      throw new AppError(403, "invalid_signature", "The request is not signed by this company's phone provider.");
    }
    c.set("asked", { scope, carrier, profile, call, ringsAlready, pressed });
    await next();
  });
}

/** 32 random bytes in base64url. Nothing else is worth a look into the database. */
function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** Null when no route has this token. */
async function routeOf(services: Services, token: string, { caller, id }: CarrierCall) {
  const asks = { number: caller, now: services.now(), callId: id };
  try {
    return await within(DATABASE_MS, routeByToken(services.db, token, asks));
  } catch (error) {
    log("route_from_snapshot", describeError(error));
    const profile = await within(SNAPSHOT_MS, readRouteSnapshot(services.kv, token)).catch(() => null);
    if (profile) return { profile, ringsAlready: false, pressed: true };
    throw new AppError(503, "unavailable", "We cannot tell where this call should go right now. Use the fallback.");
  }
}

type Question = { carrier: Carrier; profile: VoiceProfile; call: CarrierCall; request: SignedRequest };

async function isSigned(scope: UserScope, services: Services, { carrier, profile, call, request }: Question) {
  if (carrier === "telnyx") {
    const { publicKey } = profile.telnyx;
    return publicKey !== null && (await signedByTelnyx(request, publicKey));
  }
  const { accountSid, token, previousToken, tokenSetAt } = profile.twilio;
  const mayBeUnnamed = request.rawBody === ""; // a Studio flow's GET need not carry its account
  if (accountSid === null || (call.accountSid !== accountSid && !(mayBeUnnamed && call.accountSid === "")))
    return false;
  const fresh = services.now() - (tokenSetAt ?? 0) < PREVIOUS_TOKEN_MS;
  const secrets = [
    { record: { kind: "carrier_token" as const, id: "twilio" }, named: token },
    { record: { kind: "carrier_token_previous" as const, id: "twilio" }, named: fresh ? previousToken : null },
  ];
  for (const { record, named: place } of secrets) {
    if (place === null) continue;
    const matches = await withSecretAt(scope, services, { record, named: place }, async (secret) =>
      signedByTwilio(request, secret),
    ).catch((error: unknown) => {
      log("carrier_token_unreadable", { tenant: scope.userId, ...describeError(error) });
      return false;
    });
    if (matches) return true;
  }
  return false;
}
