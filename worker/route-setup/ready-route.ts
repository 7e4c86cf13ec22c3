import { AppError, notFound } from "../lib/errors.ts";
import { phoneNumber } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import { decisionUrl, officeEndUrl, voiceAddress } from "../telephony/carrier-address.ts";
import type { Carrier } from "../telephony/carriers.ts";
import { ASKING_CARRIER, type RouteMethod } from "../telephony/route-methods.ts";
import { carrierAccount, type StoredAccount } from "../telephony/store/carrier-accounts.ts";
import { numberRoute } from "../telephony/store/number-routes.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Target } from "./carrier-side.ts";
import type { SetupPart } from "./setup-parts.ts";

/** A route that its carrier can be set up for. */
export type ReadyRoute = {
  numberId: string;
  carrier: Carrier;
  publicNumber: string;
  target: Target;
  /** What the set-up makes at the carrier for this way. */
  parts: SetupPart[];
  account: StoredAccount;
};

/** Either the route, or what is missing for it, in words. `carrier` is null if the way needs none. */
export type Readiness =
  | { ready: ReadyRoute; carrier: Carrier; missing: null }
  | { ready: null; carrier: Carrier | null; missing: string };

/**
 * Whether a number's route can be set up at its carrier.
 * @throws AppError 404
 */
export async function readiness(
  scope: UserScope,
  { db, settings }: Pick<Services, "db" | "settings">,
  numberId: string,
): Promise<Readiness> {
  const [number, route, saved] = await Promise.all([
    phoneNumber(scope, db, numberId),
    numberRoute(scope, db, numberId),
    savedConfig(scope, db),
  ]);
  if (!number) throw notFound();
  const carrier = route && ASKING_CARRIER[route.method];
  if (!route || !carrier) {
    return { ready: null, carrier: null, missing: "Choose and save Twilio or Telnyx as this number's way first." };
  }
  if (route.publicNumber === null) {
    return { ready: null, carrier, missing: "Enter and save the number your callers dial first." };
  }
  const account = await carrierAccount(scope, db, carrier);
  const missing = missingOf(carrier, account);
  if (missing !== null || account === null) return { ready: null, carrier, missing: missing ?? "" };
  const target = {
    voiceUrl: voiceAddress(settings, carrier, route.token),
    decisionUrl: decisionUrl(settings, route.token),
    officeEndUrl: officeEndUrl(settings, route.token),
    agentNumber: number.phoneNumber,
    ringSeconds: (saved?.config ?? DEFAULT_CONFIG).ring_seconds,
  };
  const { publicNumber, method } = route;
  return { ready: { numberId, carrier, publicNumber, target, parts: PARTS[method], account }, carrier, missing: null };
}

const PARTS: Record<RouteMethod, SetupPart[]> = {
  twilio_live: ["fallback_flow"],
  twilio_studio: ["studio_flow"],
  telnyx_live: ["application"],
  forwarding: [],
  trunk: [],
  none: [],
};

/** What the carrier has to know of us now. If it differs from what it was set up with, it has to be set up again. */
export function addressOf({ target, parts }: Pick<ReadyRoute, "target" | "parts">): string {
  return parts.includes("studio_flow") ? `${target.decisionUrl}#ring=${target.ringSeconds}` : target.voiceUrl;
}

/** @throws AppError 404; 409 not_configured with what is missing */
export async function readyRoute(scope: UserScope, services: Services, numberId: string): Promise<ReadyRoute> {
  const { ready, missing } = await readiness(scope, services, numberId);
  if (!ready) throw new AppError(409, "not_configured", missing);
  return ready;
}

function missingOf(carrier: Carrier, account: StoredAccount | null): string | null {
  if (carrier === "telnyx") {
    if (!account?.publicKey) return "Enter your Telnyx public key first: we check with it who asks.";
    return account.apiKeySetAt === null ? "Enter an API key of your Telnyx account first." : null;
  }
  if (!account?.accountSid || account.tokenSetAt === null) {
    return "Enter your Twilio account SID and auth token first: we check with the token who asks.";
  }
  const hasKey = account.apiKeySid !== null && account.apiKeySetAt !== null;
  return hasKey ? null : "Enter the SID and the secret of a Twilio API key first.";
}
