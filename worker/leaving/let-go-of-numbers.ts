import { type Closure, changeClosure, keepShut } from "../db/closures.ts";
import { dropKeptNumber, dropSettings } from "../db/leaving-company.ts";
import { phoneNumbers, type StoredNumber } from "../db/phone-numbers.ts";
import { log } from "../lib/log.ts";
import { removeNumber } from "../numbers/remove-number.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Progress } from "./go-on-closing.ts";

/**
 * Every number is let go at Retell and forgotten here; until Retell has done so its calls are still answered. When none is
 * left the settings go, so that whatever still comes of old calls finds no company.
 */
export async function letGoOfNumbers(scope: UserScope, services: Services, closure: Closure): Promise<Progress> {
  const { db } = services;
  await keepShut(scope, db, services.now());
  const numbers = await phoneNumbers(scope, db);
  const known = new Set(closure.numbers.map(({ id }) => id));
  const late = numbers.filter(({ id }) => !known.has(id)).map(({ id, phoneNumber }) => ({ id, phoneNumber }));
  if (late.length > 0) await changeClosure(scope, db, closure.id, { numbers: [...closure.numbers, ...late] });
  for (const number of numbers) await letGo(scope, services, number);
  if ((await phoneNumbers(scope, db)).length > 0) return "waiting";
  await dropSettings(scope, db);
  return "done";
}

/** A number that was bought at Retell is not ours to delete there: it stays as it is, and we forget it. */
async function letGo(scope: UserScope, services: Services, { id, sipTrunkProvider, status }: StoredNumber) {
  if (sipTrunkProvider === "retell") {
    log("number_left_at_retell", { tenant: scope.userId, number: id });
    await dropKeptNumber(scope, services.db, id);
  } else if (status !== "disconnecting") await removeNumber(scope, services, id);
}
