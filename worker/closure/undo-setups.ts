import { operatorEmail } from "../imports/store/operator-email.ts";
import { AppError } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { leftSetUpLetter } from "../mail/left-set-up-letter.ts";
import { sendMail } from "../mail/send-mail.ts";
import { phoneText } from "../phone/phone-text.ts";
import { markOf } from "../route-setup/run-held.ts";
import { CARRIER_WORDS, passesByItself } from "../route-setup/setup-words.ts";
import { companySetups, type RouteSetup } from "../route-setup/store/route-setups.ts";
import { leaveAsIs, undoSetup } from "../route-setup/undo-setup.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Closure } from "./store/closures.ts";

const PATIENCE_MS = 24 * 3_600_000; // a carrier that has not answered for a day does not hold up the closure any longer

/**
 * Puts every number that we have set up at a carrier back as it was. One that cannot be put back, because somebody has
 * changed it since or the key no longer works, stays as it is there, and a mail says so. Safe to repeat.
 */
export async function undoSetups(
  scope: UserScope,
  services: Services,
  { requestedAt }: Pick<Closure, "requestedAt">,
): Promise<"done" | "waiting"> {
  for (const setup of await companySetups(scope, services.db)) {
    const stopped = await undone(scope, services, setup);
    if (stopped === null) continue;
    if (stopped.passes && services.now() < requestedAt + PATIENCE_MS) return "waiting";
    await leave(scope, services, setup, stopped.why);
  }
  return "done";
}

/** Null once it is as it was; otherwise why not, in words, and whether trying again may help. */
async function undone(
  scope: UserScope,
  services: Services,
  { numberId }: RouteSetup,
): Promise<{ why: string; passes: boolean } | null> {
  try {
    await undoSetup(scope, services, numberId);
    return null;
  } catch (error) {
    log("setup_not_undone", { tenant: scope.userId, number: numberId, ...describeError(error) });
    if (!(error instanceof AppError)) return { why: "Something went wrong on our side.", passes: true };
    const { cause } = error.details.extra ?? {};
    return { why: error.message, passes: error.code === "conflict" || passesByItself(String(cause)) };
  }
}

async function leave(scope: UserScope, services: Services, setup: RouteSetup, why: string): Promise<void> {
  const { carrier, publicNumber, numberId } = setup;
  const recipient = await operatorEmail(scope, services.db);
  const words = { carrier: CARRIER_WORDS[carrier].name, number: phoneText(publicNumber), mark: markOf(setup), why };
  const mail = recipient && { id: crypto.randomUUID(), recipient, ...(await leftSetUpLetter(words)) };
  await leaveAsIs(scope, services, numberId, mail || null);
  log("setup_left_at_carrier", { tenant: scope.userId, carrier, number: numberId });
  if (mail) await quietly("mail_not_sent", sendMail(services, mail.id)); // before the account, and the mail with it, is gone
}
