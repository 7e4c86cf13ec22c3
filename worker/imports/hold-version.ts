import { insertAudit } from "../db/audit.ts";
import { heldLetter } from "../mail/held-letter.ts";
import { queueMail } from "../mail/post-mail.ts";
import { insertMailWithin } from "../mail/store/outbox.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type Coming, isHeld } from "./coming-rides.ts";
import type { ImportReply } from "./import-reply.ts";
import { comingRides } from "./store/coming-rides.ts";
import { operatorEmail } from "./store/operator-email.ts";
import type { Arriving } from "./version.ts";

const DAY_MS = 86_400_000;

/**
 * Holds a list that should have been activated on arrival if it leaves out too many coming rides, and tells the
 * operator by mail, at most once a day. Returns whether it is held.
 */
export async function holdVersion(
  scope: UserScope,
  services: Services,
  { id, kind, mode }: Arriving,
  actor: string,
): Promise<boolean> {
  const { db, now, settings } = services;
  if (kind === "drivers" || mode === "add") return false;
  const coming = await comingRides(scope, db, { id, now: now() });
  if (!isHeld(coming)) return false;
  await insertAudit(scope, db, { actor, action: "import.held", subject: id, detail: coming });
  const recipient = await operatorEmail(scope, db);
  if (recipient === null) return true;
  const mail = { id: crypto.randomUUID(), recipient, ...(await heldLetter({ ...coming, url: urlOf(settings) })) };
  const written = await insertMailWithin(scope, db, mail, { most: 1, since: now() - DAY_MS });
  if (written) services.defer(() => queueMail(services, mail.id));
  return true;
}

/** The page of all imports, because later pushes may have taken the place of this one. */
function urlOf({ PUBLIC_URL }: Services["settings"]): string {
  return `${PUBLIC_URL}/reservations?history=open`;
}

/** Why a list waits although it should have been activated on arrival; null if it is in use. */
export function heldBecause({ id, status, coming }: ImportReply, activate: boolean): string | null {
  if (!activate || status !== "ready" || coming === null || !isHeld(coming)) return null;
  return `${leftOut(coming)} Callers still hear the list before it. Activate it in the dashboard, or with POST /api/imports/${id}/activation.`;
}

function leftOut({ rides, dropped }: Coming): string {
  return `This list leaves out ${dropped} of ${rides} coming rides, so it was not activated.`;
}
