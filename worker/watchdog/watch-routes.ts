import { ringsOfNumber } from "../inbound/store/rings.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { queueMail } from "../mail/post-mail.ts";
import { routeLetter } from "../mail/route-letter.ts";
import { phoneText } from "../phone/phone-text.ts";
import { isStillSetUp } from "../route-setup/is-still-set-up.ts";
import type { Services } from "../services.ts";
import { hoursOfConfig } from "../settings/business-hours.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import { savedOverride } from "../telephony/store/override.ts";
import { routedCallsSince } from "../telephony/store/routed-calls.ts";
import { scopesWithRoutes } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { findingsOf } from "./findings.ts";
import { INCIDENT_KINDS } from "./incident-kinds.ts";
import { closeIncident, openIncident, watchedRoutes } from "./store/incidents.ts";

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 28; // four of each weekday
const MOST_CALLS = 1000; // of four weeks; a busier company is never silent for long

/** Looks at the routes of every company, once an hour. One that cannot be looked at does not keep the others waiting. */
export async function watchEveryRoute(services: Services): Promise<void> {
  for (const scope of await scopesWithRoutes(services))
    await quietly("routes_not_watched", watchRoutes(scope, services));
}

/** Mails the operator what seems wrong with how calls reach their agent, once until it is over. */
export async function watchRoutes(scope: UserScope, services: Services): Promise<void> {
  const { db, settings } = services;
  const now = services.now();
  const [routes, saved, override] = await Promise.all([
    watchedRoutes(scope, db),
    savedConfig(scope, db),
    savedOverride(scope, db),
  ]);
  if (!saved) return;
  for (const { numberId, method, methodSince, createdAt, pressOne, agentNumber, email } of routes) {
    const findings = findingsOf(
      {
        method,
        pressOne,
        since: methodSince ?? createdAt,
        mode: saved.config.forwarding_mode,
        hours: hoursOfConfig(saved.config),
        switched: override !== null && override.until > now - DAY_MS,
        ...(await callsOf(scope, services, numberId)),
        changedAtCarrier: await changed(scope, services, numberId),
      },
      now,
    );
    for (const kind of INCIDENT_KINDS) {
      if (findings[kind] === false) await closeIncident(scope, db, numberId, kind);
      if (findings[kind] !== true) continue;
      const url = `${settings.PUBLIC_URL}/numbers/${numberId}/route`;
      const letter = await routeLetter(kind, { number: phoneText(agentNumber), url });
      const mail = { id: crypto.randomUUID(), recipient: email, ...letter };
      if (await openIncident(scope, db, { numberId, kind, mail, at: now })) await queueMail(services, mail.id);
    }
  }
}

/** What came over a route in the last weeks, newest first. */
async function callsOf(scope: UserScope, { db, now }: Services, numberId: string) {
  const recent = { since: now() - LOOK_BACK_DAYS * DAY_MS, limit: MOST_CALLS };
  const [rings, routed] = await Promise.all([
    ringsOfNumber(scope, db, numberId, recent),
    routedCallsSince(scope, db, { numberId, ...recent }),
  ]);
  return { rings, routed };
}

/** Null if we have set nothing up, or the carrier did not say. */
async function changed(scope: UserScope, services: Services, numberId: string): Promise<boolean | null> {
  const still = await isStillSetUp(scope, services, numberId).catch((error: unknown) => {
    log("setup_not_looked_at", describeError(error));
    return null;
  });
  return still === null ? null : !still;
}
