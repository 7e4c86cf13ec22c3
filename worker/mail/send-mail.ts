import { DONE, type JobResult } from "../lib/job-result.ts";
import { describeError, log } from "../lib/log.ts";
import { persistently } from "../lib/persistently.ts";
import type { Services } from "../services.ts";
import { scopeOfMail } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { createMailer } from "./create-mailer.ts";
import { MailInDoubt } from "./mail-in-doubt.ts";
import { MailRefused } from "./mail-refused.ts";
import { claimMail, giveUpInDoubt, markFailed, markSent, postpone } from "./store/outbox.ts";

const CLAIM_MS = 60_000; // six times the provider's time limit: an older claim belongs to a job that died
const MOST_ATTEMPTS = 10; // about a day in all
const FIRST_RETRY_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 6 * 3600;

/**
 * Sends one waiting mail. However often the job is delivered, only one delivery at a time claims the mail, and it is not
 * claimed again after it was sent. Failures are retried at growing intervals until the mail is given up or has expired.
 * If the provider has no idempotency keys, a mail that may have gone out is never sent again.
 */
export async function sendMail(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfMail(services, id);
  if (!scope) return DONE;
  const mailer = createMailer(services);
  const now = services.now();
  const claim = { now, until: now + CLAIM_MS, handOver: !mailer.knowsKeys };
  const mail = await claimMail(scope, services.db, id, claim);
  if (!mail) {
    if (await giveUpInDoubt(scope, services.db, id, now)) log("mail_in_doubt", { id });
    return DONE;
  }
  if (mail.expiresAt !== null && mail.expiresAt <= now) return giveUp(scope, services, id, "mail_expired");
  try {
    const { recipient: to, subject, textBody, htmlBody } = mail;
    await mailer.send({ to, subject, text: textBody ?? "", html: htmlBody ?? "", key: id });
  } catch (error) {
    log("mail_not_sent", { id, attempt: mail.attempts, ...describeError(error) });
    if (error instanceof MailInDoubt) return giveUp(scope, services, id, "mail_in_doubt");
    if (error instanceof MailRefused || mail.attempts >= MOST_ATTEMPTS) return giveUp(scope, services, id);
    const seconds = Math.min(FIRST_RETRY_SECONDS * 4 ** (mail.attempts - 1), LONGEST_RETRY_SECONDS);
    await persistently(() => postpone(scope, services.db, id, services.now() + seconds * 1000));
    return { retryInSeconds: seconds + 1 }; // not before it is due, or the retry would find nothing to do
  }
  await persistently(() => markSent(scope, services.db, id, services.now()));
  return DONE;
}

async function giveUp(scope: UserScope, services: Services, id: string, event = "mail_given_up"): Promise<JobResult> {
  log(event, { id });
  await persistently(() => markFailed(scope, services.db, id, services.now()));
  return DONE;
}
