import { removeDedicatedAgent } from "../dedicated-agents/remove-agent.ts";
import { log } from "../lib/log.ts";
import { isBoughtElsewhere } from "../numbers/bought-number.ts";
import { removeEveryNumber } from "../numbers/remove-number.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Progress } from "./steps.ts";
import { type Closure, changeClosure, revokeAccess } from "./store/closures.ts";
import { dropSettings, liveCalls } from "./store/leaving-company.ts";
import { undoSetups } from "./undo-setups.ts";

/**
 * Puts every number that we set up at a carrier back as it was, then releases every number at Retell and deletes it here. Until Retell has released a number, its calls are still answered.
 * A number that somebody else bought at Retell is not ours to delete, so it stays there. The settings are deleted last,
 * once no number is left and no call is going on: late events then find no company. Retell can delete a call only after it
 * ends. An agent of its own is deleted at Retell when no call can reach it any more.
 */
export async function releaseNumbers(scope: UserScope, services: Services, closure: Closure): Promise<Progress> {
  const { db } = services;
  await revokeAccess(scope, db, services.now());
  if ((await undoSetups(scope, services, closure)) === "waiting") return "waiting";
  const numbers = await phoneNumbers(scope, db);
  const known = new Set(closure.numbers.map(({ id }) => id));
  const late = numbers.filter(({ id }) => !known.has(id)).map(({ id, phoneNumber }) => ({ id, phoneNumber }));
  if (late.length > 0) await changeClosure(scope, db, closure.id, { numbers: [...closure.numbers, ...late] });
  for (const { id } of numbers.filter(isBoughtElsewhere)) {
    log("number_left_at_retell", { tenant: scope.userId, number: id });
  }
  if ((await removeEveryNumber(scope, services)) > 0) return "waiting";
  if ((await liveCalls(scope, db, services.now())) > 0) return "waiting";
  if (!(await removeDedicatedAgent(scope, services))) return "waiting";
  await dropSettings(scope, db);
  return "done";
}
