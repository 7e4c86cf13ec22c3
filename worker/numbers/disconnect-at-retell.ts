import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { LEASE_MS } from "./job-times.ts";
import { logRefusal } from "./log-refusal.ts";
import { nextStep } from "./next-step.ts";
import { openRetell } from "./number-at-retell.ts";
import { CHANGED, type Outcome, trouble, troubleWith } from "./outcome.ts";
import { stillWanted } from "./store/number-jobs.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";

/** Removes a number at Retell. It is gone once Retell says it does not have it and no import can still be on its way. */
export async function disconnectAtRetell(scope: UserScope, services: Services, number: StoredNumber): Promise<Outcome> {
  const retell = openRetell(scope, services)?.numbers;
  if (!retell) return trouble("not_configured");
  const seen = await retell.get(number.phoneNumber);
  if (seen.kind === "failed") {
    logRefusal(number.id, "get", seen.failure);
    return troubleWith(seen.failure);
  }
  const step = nextStep(number, seen.kind === "done" ? seen.value : null, null, services.now());
  if (step.do === "wait") return { kind: "later", until: step.until };
  if (step.do !== "delete") return { kind: "gone" };
  if (!(await stillWanted(scope, services.db, number, services.now() + LEASE_MS))) return CHANGED;
  const answer = await retell.remove(number.phoneNumber);
  if (answer.kind === "failed") {
    logRefusal(number.id, "delete", answer.failure);
    return troubleWith(answer.failure);
  }
  const after = nextStep(number, null, null, services.now());
  return after.do === "wait" ? { kind: "later", until: after.until } : { kind: "gone" };
}
