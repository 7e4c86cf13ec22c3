import type { RetellFailure } from "../retell/failure.ts";
import type { NumberAtRetell, NumbersAtRetell } from "../retell/phone-numbers.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { LEASE_MS, MOST_TRIES } from "./job-times.ts";
import { logRefusal } from "./log-refusal.ts";
import { nextStep } from "./next-step.ts";
import { openRetell } from "./number-at-retell.ts";
import { CHANGED, type Outcome, trouble, troubleWith } from "./outcome.ts";
import { TROUBLES, troubleOf } from "./retell-trouble.ts";
import { noteAdopted, noteImportAnswered, noteImportSent, stillWanted } from "./store/number-jobs.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";
import { withTrunkPassword } from "./trunk-password.ts";
import { type Binding, wantedAtRetell, wantedOfBought } from "./wanted.ts";

type Company = { name: string | null; officePhone: string | null };
type Work = {
  scope: UserScope;
  services: Services;
  number: StoredNumber;
  retell: NumbersAtRetell;
  binding: Binding;
  company: Company;
};

/**
 * Sets a number up at Retell as it should be: looks first what is there, then imports or updates it. What we are about to
 * send is stored first, and a request that got no answer is never repeated blindly.
 */
export async function connectAtRetell(scope: UserScope, services: Services, number: StoredNumber): Promise<Outcome> {
  const opened = openRetell(scope, services);
  if (!opened) return trouble("not_configured");
  const binding = await opened.binding();
  if (binding && "message" in binding) return refused(number, "list_agents", binding);
  const seen = await opened.numbers.get(number.phoneNumber);
  if (seen.kind === "failed") return refused(number, "get", seen.failure);
  const step = nextStep(number, seen.kind === "done" ? seen.value : null, binding, services.now());
  if (step.do === "wait") return { kind: "later", until: step.until };
  if (step.do === "refuse") return trouble(step.trouble);
  if (binding === null) return trouble("not_configured");
  const saved = await savedConfig(scope, services.db);
  const company = { name: saved?.config.company_name ?? null, officePhone: saved?.config.office_phone ?? null };
  const work = { scope, services, number, retell: opened.numbers, binding, company };
  const sent = await withTrunkPassword(scope, services, number, (password) =>
    step.do === "import" ? importNumber(work, password) : updateNumber(work, password),
  );
  return sent.kind === "password_lost" ? trouble("password_lost") : sent;
}

async function importNumber(work: Work, password: string | null): Promise<Outcome> {
  const { scope, services, number, retell, binding, company } = work;
  if (!(await noteImportSent(scope, services.db, number, services.now()))) return CHANGED;
  const answer = await retell.import({
    ...wantedAtRetell(number, company.name, binding),
    phone_number: number.phoneNumber,
    ignore_e164_validation: false, // otherwise Retell accepts numbers that nobody can dial
    ...(number.sipUsername !== null && { sip_trunk_auth_username: number.sipUsername }),
    ...(password !== null && { sip_trunk_auth_password: password }),
  });
  if (answer.kind === "done") {
    await noteImportAnswered(scope, services.db, number, { at: services.now(), nothingCame: false });
    return setFallback(work, answer.value);
  }
  const { failure } = answer;
  const outcome = refused(number, "import", failure, password);
  if (failure.status === null || mayStillCome(failure.status)) return outcome;
  const nothingCame = number.importSentAt === null && isNo(failure.status);
  await noteImportAnswered(scope, services.db, number, { at: services.now(), nothingCame });
  if (troubleOf(failure) !== "already_imported") return outcome;
  // The number is somebody else's, unless we see it now: then an earlier import of ours has arrived.
  const again = await retell.get(number.phoneNumber);
  return again.kind === "done" ? { kind: "later", until: services.now() } : outcome;
}

/** A gateway that timed out may still have passed the import on, so this counts as no answer. */
function mayStillCome(status: number): boolean {
  return status === 408 || status >= 500;
}

/** Retell refused the request and did nothing. After a 409 that is not certain. */
function isNo(status: number): boolean {
  return status >= 400 && status < 500 && status !== 409;
}

async function updateNumber(work: Work, password: string | null): Promise<Outcome> {
  const { scope, services, number, retell, binding, company } = work;
  const mayGo =
    number.importSentAt === null
      ? await noteAdopted(scope, services.db, number, services.now())
      : await stillWanted(scope, services.db, number, services.now() + LEASE_MS);
  if (!mayGo) return CHANGED;
  // The unanswered import has arrived, so a removal does not have to wait for it.
  if (number.importSentAt !== null && number.importAnsweredAt === null) {
    await noteImportAnswered(scope, services.db, number, { at: services.now(), nothingCame: false });
  }
  const wanted =
    number.purchasedAt !== null
      ? wantedOfBought(number.id, company.name, binding)
      : {
          ...wantedAtRetell(number, company.name, binding),
          // Clears at Retell what was cleared here. Retell accepts no null for these two and never shows its password.
          auth_username: number.sipUsername ?? "",
          auth_password: password ?? "",
        };
  const answer = await retell.update(number.phoneNumber, wanted);
  if (answer.kind === "done") return setFallback(work, answer.value);
  return refused(number, "update", answer.failure, password);
}

/**
 * Sets where Retell sends a call when all its lines are busy: to the office. It is not part of an import. If Retell does
 * not accept it, the number is connected anyway.
 */
async function setFallback(
  { scope, services, number, retell, company }: Work,
  { fallback_number }: NumberAtRetell,
): Promise<Outcome> {
  const office = company.officePhone === number.phoneNumber ? null : company.officePhone;
  if ((fallback_number ?? null) === office) return { kind: "connected" };
  if (!(await stillWanted(scope, services.db, number, services.now() + LEASE_MS))) return CHANGED;
  const answer = await retell.update(number.phoneNumber, { fallback_number: office });
  if (answer.kind === "done") return { kind: "connected" };
  const outcome = refused(number, "fallback", answer.failure);
  const passes = answer.kind === "failed" && TROUBLES[troubleOf(answer.failure)].passes;
  return passes && number.attempts < MOST_TRIES ? outcome : { kind: "connected" };
}

function refused(number: StoredNumber, what: string, failure: RetellFailure, password: string | null = null): Outcome {
  logRefusal(number.id, what, failure, password);
  return troubleWith(failure);
}
