import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Letter } from "./letter.ts";
import { insertMail, insertMailWithin, type NewMail } from "./store/outbox.ts";

const HOUR_MS = 3_600_000;

type Options = Pick<NewMail, "expiresAt"> & {
  /** The most letters with this subject to this recipient within an hour; further ones are dropped. */
  mostPerHour?: number;
};

/** Puts a letter into the outbox and queues it once the response has been sent. */
export async function postMail(
  scope: UserScope,
  services: Services,
  to: string,
  letter: Letter,
  { mostPerHour, ...more }: Options = {},
): Promise<void> {
  const mail = { id: crypto.randomUUID(), recipient: to, ...letter, ...more };
  if (mostPerHour === undefined) await insertMail(scope, services.db, mail);
  else if (
    !(await insertMailWithin(scope, services.db, mail, { most: mostPerHour, since: services.now() - HOUR_MS }))
  ) {
    log("mail_capped", { subject: letter.subject });
    return;
  }
  services.defer(() => queueMail(services, mail.id));
}

/** Queues a mail from the outbox. If the queue does not accept it, the next sweep does it. */
export async function queueMail(services: Services, id: string): Promise<void> {
  try {
    await services.jobs.send({ kind: "mail", id });
  } catch (error) {
    log("mail_not_queued", { id, ...describeError(error) });
  }
}
