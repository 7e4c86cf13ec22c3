import { log } from "../lib/log.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteArchive, deleteSnapshots, destroySecrets } from "./delete-elsewhere.ts";
import type { Progress } from "./steps.ts";
import { type Closure, removeAccount, removeRows } from "./store/closures.ts";
import { recordTables } from "./store/company-tables.ts";

const ROWS_PER_BATCH = 2000;
const BATCHES_PER_RUN = 100;

/** Deletes every row in every table, a bounded number at a time. */
export async function deleteRecords(scope: UserScope, { db }: Services): Promise<Progress> {
  let batches = 0;
  for (const tables of recordTables()) {
    for (let more = true; more; batches++) {
      if (batches >= BATCHES_PER_RUN) return "more";
      more = await removeRows(scope, db, tables, ROWS_PER_BATCH);
    }
  }
  return "done";
}

/** Deletes the account itself, after checking once more for anything that a late request has written. */
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
