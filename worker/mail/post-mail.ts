import { insertMail } from "../db/outbox.ts";
import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Letter } from "./letter.ts";

/** Puts a letter into the outbox and asks for it to be sent. */
export async function postMail(scope: UserScope, services: Services, to: string, letter: Letter): Promise<void> {
  const id = crypto.randomUUID();
  await insertMail(scope, services.db, { id, recipient: to, ...letter });
  await queueMail(services, id);
}

/** Asks for a mail of the outbox to be sent. What the queue does not take, the next sweep does. */
export async function queueMail(services: Services, id: string): Promise<void> {
  try {
    await services.jobs.send({ kind: "mail", id });
  } catch (error) {
    log("mail_not_queued", { id, ...describeError(error) });
  }
}
