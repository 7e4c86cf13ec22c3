import { sayAge } from "../hours/say-time.ts";
import { queueMail } from "../mail/post-mail.ts";
import { staleLetter } from "../mail/stale-letter.ts";
import { isFresh } from "../reservations/transfer.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { listWithoutStaleMail, saveStaleMail } from "./store/stale-lists.ts";

/**
 * Mails the operator that their list is out of date: once, until a new list arrives
 * or this one is confirmed. Returns true if a mail was written. The mail's id is
 * made of the list and its age, so two sweeps at the same moment write only one.
 */
export async function mailWhenStale(scope: UserScope, services: Services): Promise<boolean> {
  const { db, now, settings } = services;
  const list = await listWithoutStaleMail(scope, db);
  if (!list || isFresh(list.importedAt, list.freshHours, now())) return false;
  const { importId, importedAt, freshHours, timezone, email } = list;
  const asOf = sayAge(importedAt, timezone, now());
  const letter = await staleLetter({
    asOf,
    hours: freshHours,
    url: `${settings.PUBLIC_URL}/reservations?history=open`,
  });
  const mail = { id: `stale:${importId}:${importedAt}`, recipient: email, ...letter };
  await saveStaleMail(scope, db, { importId, mail, at: now() });
  await queueMail(services, mail.id);
  return true;
}
