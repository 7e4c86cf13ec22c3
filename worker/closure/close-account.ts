import { AppError } from "../lib/errors.ts";
import { quietly } from "../lib/quietly.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { CARRIER_WORDS } from "../route-setup/setup-words.ts";
import { companySetups } from "../route-setup/store/route-setups.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { STEP_WORDS } from "./steps.ts";
import { insertClosure, savedClosure } from "./store/closures.ts";

/** Whether an account is open or being closed, and how far a closure has come. */
export async function closureOf(scope: UserScope, { db }: Services) {
  const [closure, saved, setups] = await Promise.all([
    savedClosure(scope, db),
    savedConfig(scope, db),
    companySetups(scope, db),
  ]);
  return {
    state: closure ? ("closing" as const) : ("open" as const),
    requested_at: closure?.requestedAt ?? null,
    step: closure ? STEP_WORDS[closure.step] : null,
    company_name: saved?.config.company_name ?? null,
    /** Numbers that we have set up at a carrier; closing puts them back as they were. */
    set_up_at_carriers: setups.map(({ publicNumber, carrier }) => ({
      phone_number: publicNumber,
      carrier_name: CARRIER_WORDS[carrier].name,
    })),
  };
}

/**
 * Closes an account for good: nobody can sign in from now on, and a job deletes everything.
 * @param typed what the operator typed: the company's name, or the account's e-mail address if there is no company
 * @throws AppError 400 when it does not match
 */
export async function closeAccount(
  scope: UserScope,
  services: Services,
  operator: { email: string },
  typed: string,
): Promise<Awaited<ReturnType<typeof closureOf>>> {
  const { db } = services;
  const { company_name, set_up_at_carriers } = await closureOf(scope, services);
  if (typed.trim() !== (company_name ?? operator.email)) throw wrongConfirmation(company_name);
  const numbers = (await phoneNumbers(scope, db)).map(({ id, phoneNumber }) => ({ id, phoneNumber }));
  await insertClosure(scope, db, { id: crypto.randomUUID(), at: services.now(), numbers });
  const closure = await savedClosure(scope, db);
  if (closure) {
    services.defer(() => quietly("closure_not_queued", services.jobs.send({ kind: "closure", id: closure.id })));
  }
  return {
    state: "closing",
    requested_at: closure?.requestedAt ?? services.now(),
    step: STEP_WORDS[closure?.step ?? "account"],
    company_name,
    set_up_at_carriers,
  };
}

function wrongConfirmation(companyName: string | null): AppError {
  const confirmation =
    companyName === null
      ? "Type the e-mail address of your account exactly as it is shown here."
      : "Type the name of your company exactly as it is shown here.";
  return new AppError(400, "validation_failed", "Your account was not closed.", { fields: { confirmation } });
}
