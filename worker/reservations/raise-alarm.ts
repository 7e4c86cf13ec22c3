import { log } from "../lib/log.ts";
import { queueMail } from "../mail/post-mail.ts";
import { messageDesk } from "../messages/store/message-settings.ts";
import type { Services } from "../services.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import { type Alarm, saveAlarm, wasRaised } from "./store/guessing-alarm.ts";

const INCIDENT_MS = 24 * 3_600_000; // what is counted is a day old at most

/** Tells the operator that somebody may be guessing: one mail and one audit event for each kind of incident. */
export async function raiseAlarm(scope: TenantScope, services: Services, alarm: Alarm): Promise<void> {
  const { db, settings, now } = services;
  const since = now() - INCIDENT_MS;
  if (await wasRaised(scope, db, alarm, since)) return;
  const desk = await messageDesk(scope, db);
  if (!desk) return;
  const { guessingLetter } = await import("./guessing-letter.ts"); // a ringing phone needs no letters
  const letter = await guessingLetter(alarm, { calls: `${settings.PUBLIC_URL}/calls` });
  const mail = { id: crypto.randomUUID(), recipient: desk.address, ...letter };
  if (!(await saveAlarm(scope, db, { alarm, mail, since, now: now() }))) return;
  log("guessing_suspected", { tenant: desk.userId, alarm });
  await queueMail(services, mail.id);
}
