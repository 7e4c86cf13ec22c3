import { queueMail } from "../mail/post-mail.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { digestLetter } from "./message-letter.ts";
import { messageDesk } from "./store/message-settings.ts";
import { awaitingDigest, saveDigest } from "./store/messages.ts";

const MESSAGES_PER_DIGEST = 50; // the next digest has the next ones

/** Sends one mail about the messages that came after the tenth within an hour. */
export async function sendDigest(scope: UserScope, services: Services): Promise<void> {
  const { db, settings } = services;
  const now = services.now();
  const [desk, waiting] = await Promise.all([messageDesk(scope, db), awaitingDigest(scope, db, MESSAGES_PER_DIGEST)]);
  if (!desk || waiting.length === 0) return;
  const letter = await digestLetter(waiting, {
    timezone: desk.timezone,
    now,
    dashboard: settings.PUBLIC_URL,
  });
  const mail = { ...letter, id: crypto.randomUUID(), recipient: desk.address };
  const ids = waiting.map(({ id }) => id);
  if (await saveDigest(scope, db, ids, mail, now)) await queueMail(services, mail.id);
}
