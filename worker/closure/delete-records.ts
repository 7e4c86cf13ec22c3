import { log } from "../lib/log.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteArchive, deleteSnapshots, destroySecrets } from "./delete-elsewhere.ts";
import type { Progress } from "./steps.ts";
import { type Closure, removeAccount, removeRows } from "./store/closures.ts";
import { recordTables } from "./store/company-tables.ts";

const AT_ONCE = 2000; // rows of a table in one batch
const BATCHES = 100; // of one run

/** Every row in every table, some thousands at a time. */
export async function deleteRecords(scope: UserScope, { db }: Services): Promise<Progress> {
  let batches = 0;
  for (const tables of recordTables()) {
    for (let more = true; more; batches++) {
      if (batches >= BATCHES) return "more";
      more = await removeRows(scope, db, tables, AT_ONCE);
    }
  }
  return "done";
}

/** The account itself, after one more look for what a request that was under way has written meanwhile. */
export async function deleteAccount(scope: UserScope, services: Services, closure: Closure): Promise<Progress> {
  if ((await phoneNumbers(scope, services.db)).length > 0) return "again";
  for (const look of [destroySecrets, deleteArchive, deleteSnapshots]) {
    const progress = await look(scope, services, closure);
    if (progress !== "done") return progress;
  }
  await removeAccount(scope, services.db, closure);
  log("account_closed", { id: closure.id });
  return "done";
}
