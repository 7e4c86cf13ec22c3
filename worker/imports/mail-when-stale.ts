import { sayAge } from "../hours/say-time.ts";
import { queueMail } from "../mail/post-mail.ts";
import { staleLetter } from "../mail/stale-letter.ts";
import { isFresh } from "../reservations/transfer.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { tellStale, untoldList } from "./store/stale-lists.ts";

/**
 * Writes to the operator that his list has grown old, once until another one comes or it is confirmed. True when a mail
 * was written. The mail is named after the list and its age, so two sweeps at the same moment write one.
 */
export async function tellWhenStale(scope: UserScope, services: Services): Promise<boolean> {
  const { db, now, settings } = services;
  const list = await untoldList(scope, db);
  if (!list || isFresh(list.importedAt, list.freshHours, now())) return false;
  const { importId, importedAt, freshHours, timezone, email } = list;
  const asOf = sayAge(importedAt, timezone, now());
  const letter = await staleLetter({ asOf, hours: freshHours, url: `${settings.PUBLIC_URL}/import-status` });
  const mail = { id: `stale:${importId}:${importedAt}`, recipient: email, ...letter };
  await tellStale(scope, db, { importId, mail, at: now() });
  await queueMail(services, mail.id);
  return true;
}
