import { sayHours } from "../hours/say-hours.ts";
import { notFound } from "../lib/errors.ts";
import { phoneNumber } from "../numbers/store/phone-numbers.ts";
import { decideRoute, type Override } from "../routing/decide.ts";
import { whoAnswers } from "../routing/next-answer.ts";
import { sayRoute } from "../routing/say-route.ts";
import type { Services } from "../services.ts";
import { routingOfConfig } from "../settings/business-hours.ts";
import type { EditableConfig } from "../settings/config-schema.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { decisionUrl, voiceAddress, voiceUrl } from "./carrier-address.ts";
import { isSipProven } from "./number-route.ts";
import { proveRoute } from "./prove-route.ts";
import { ASKING_CARRIER } from "./route-methods.ts";
import { routeSteps } from "./route-steps.ts";
import { carrierAccount } from "./store/carrier-accounts.ts";
import { numberRoute } from "./store/number-routes.ts";
import { savedOverride } from "./store/override.ts";

/**
 * A number's route as the API shows it, with the steps to take at the carrier and what calls have proven. The URLs are
 * null until a route is saved.
 * @throws AppError 404
 */
export async function showRoute(scope: UserScope, { db, now, settings }: Services, id: string) {
  const [number, route, saved, twilio, telnyx] = await Promise.all([
    phoneNumber(scope, db, id),
    numberRoute(scope, db, id),
    savedConfig(scope, db),
    carrierAccount(scope, db, "twilio"),
    carrierAccount(scope, db, "telnyx"),
  ]);
  if (!number) throw notFound();
  const method = route?.method ?? "none";
  const carrier = ASKING_CARRIER[method] ?? "twilio";
  const shown = {
    method,
    public_number: route?.publicNumber ?? null,
    agent_number: number.phoneNumber,
    voice_url: route && voiceUrl(settings, carrier, route.token),
    press_one: route?.pressOne ?? false,
    decision_url: route && decisionUrl(settings, route.token),
  };
  const sipProven = await isSipProven(scope, { db }, method, route);
  const proven = await proveRoute(scope, { db, now }, number);
  const accounts = { twilio: twilio?.tokenSetAt != null, telnyx: telnyx?.publicKey != null };
  return {
    ...shown,
    steps: routeSteps({
      ...shown,
      voice_address: route && voiceAddress(settings, carrier, route.token),
      config: saved?.config ?? null,
      now: now(),
      proven,
      accounts,
    }),
    proven,
    sip_leg: sipProven && route?.sipLeg === true,
    sip: {
      trying_until: route?.sipTryUntil && route.sipTryUntil > now() ? route.sipTryUntil : null,
      proven_at: sipProven ? (route?.sipProvenAt ?? null) : null,
      failed_at: route?.sipFailedAt ?? null,
    },
    answers: saved && answersNow(saved.config, await savedOverride(scope, db), now()),
  };
}

/** Who answers now by the settings and the manual switch, with what the page needs to explain it. */
function answersNow(config: EditableConfig, override: Override | null, now: number) {
  const routing = routingOfConfig(config, override);
  return {
    said: sayRoute(routing, now),
    answers_now: whoAnswers(decideRoute(routing, now)),
    forwarding_mode: config.forwarding_mode,
    office_phone: config.office_phone,
    ring_seconds: config.ring_seconds,
    hours_text: sayHours(routing.hours, now),
    timezone: config.timezone,
  };
}
