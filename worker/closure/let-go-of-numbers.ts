import { log } from "../lib/log.ts";
import { removeEveryNumber } from "../numbers/remove-number.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Progress } from "./steps.ts";
import { type Closure, changeClosure, keepShut } from "./store/closures.ts";
import { dropSettings, liveCalls } from "./store/leaving-company.ts";

/**
 * Every number is let go at Retell and forgotten here; until Retell has done so its calls are still answered. A number
 * that was bought there is not ours to delete: it stays as it is. When none is left and nobody is
 * speaking any more the settings go, so that whatever still comes of old calls finds no company. Retell has a transcript
 * and a recording of a call only once it is over, and deletes nothing before.
 */
export async function letGoOfNumbers(scope: UserScope, services: Services, closure: Closure): Promise<Progress> {
  const { db } = services;
  await keepShut(scope, db, services.now());
  const numbers = await phoneNumbers(scope, db);
  const known = new Set(closure.numbers.map(({ id }) => id));
  const late = numbers.filter(({ id }) => !known.has(id)).map(({ id, phoneNumber }) => ({ id, phoneNumber }));
  if (late.length > 0) await changeClosure(scope, db, closure.id, { numbers: [...closure.numbers, ...late] });
  for (const { id } of numbers.filter(({ sipTrunkProvider }) => sipTrunkProvider === "retell")) {
    log("number_left_at_retell", { tenant: scope.userId, number: id });
  }
  if ((await removeEveryNumber(scope, services)) > 0) return "waiting";
  if ((await liveCalls(scope, db, services.now())) > 0) return "waiting";
  await dropSettings(scope, db);
  return "done";
}
