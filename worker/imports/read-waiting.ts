import { AppError } from "../lib/errors.ts";
import { DONE, type JobResult } from "../lib/job-result.ts";
import type { Services } from "../services.ts";
import { scopeOfImport } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { importBody } from "./import-body.ts";
import { readingOf, remember, zoneFor } from "./import-file.ts";
import { listSteps } from "./map-list.ts";
import { cellSteps } from "./reading/from-cells.ts";
import { csvSteps } from "./reading/read-csv.ts";
import type { Table } from "./reading/table.ts";
import { fileRefused } from "./refused.ts";
import { showUnchanged } from "./show-version.ts";
import { readPages } from "./store/import-pages.ts";
import { currentVersion, findVersion, type Version } from "./store/imports.ts";
import { finishTask, markUnchanged, progressTo, refuseImport, settleTask } from "./store/waiting-imports.ts";
import { activateOnArrival, sameAsCurrent, storeList } from "./store-list.ts";
import { takeTurns } from "./take-turns.ts";
import { type ImportTask, READ_PERCENT } from "./version.ts";
import { forgetFile, keptFile } from "./waiting-file.ts";

/**
 * Imports a file that was taken on. It may run any number of times, also twice at once: each run writes the same rows
 * and goes on where another one died. Callers hear the old list until the very end.
 */
export async function readWaiting(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfImport(services, id);
  const version = scope && (await findVersion(scope, services.db, id));
  if (!scope || !version) return DONE;
  if (version.task) {
    try {
      await importWaiting(scope, services, version, version.task);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, message, details } = error;
      const problem = { code, message, fields: details.fields ?? {}, ...details.extra };
      await refuseImport(scope, services.db, id, { problem, actor: version.task.actor });
    }
  }
  await forgetFile(scope, services.archive, id);
  return DONE;
}

async function importWaiting(scope: UserScope, services: Services, version: Version, task: ImportTask): Promise<void> {
  const { db } = services;
  const { id, kind } = version;
  if (version.state === "reading") {
    const table = await tableOf(scope, services, version, task);
    const settled = task.timezone === null ? await settle(scope, services, version, task, table) : task;
    if (!settled) return; // discarded meanwhile
    const list = await takeTurns(listSteps(kind, table, settled.reading, settled.timezone ?? "UTC"));
    await remember(scope, services, { kind, columns: table.columns, reading: task.reading });
    await progressTo(scope, db, id, READ_PERCENT);
    const same = await sameAsCurrent(scope, services, version, list, settled);
    if (same) {
      await showUnchanged(scope, services, same.id, list);
      await markUnchanged(scope, db, id, same.id);
      return;
    }
    await storeList(scope, services, version, list, { ...settled, activate: false });
  }
  // A list that was sent later may be in use by now. It stays, and nobody is told that this one waits.
  const current = await currentVersion(scope, db, kind);
  const isOvertaken = current !== null && current.createdAt > version.createdAt;
  if (task.activate && !isOvertaken) {
    await activateOnArrival(scope, services, version, { actor: task.actor, unlessOvertaken: true });
  }
  await finishTask(scope, db, id);
}

async function tableOf(
  scope: UserScope,
  { db, archive }: Services,
  { id, upload }: Version,
  { from }: ImportTask,
): Promise<Pick<Table, "columns" | "rows" | "firstRow">> {
  if (from === "pages") {
    const rows = await readPages(scope, db, id);
    const table = await takeTurns(cellSteps([upload?.columns ?? [], ...rows], { headerAt: 0 }));
    if (table.kind === "refused") throw fileRefused(table);
    return { ...table, firstRow: upload?.firstRow ?? table.firstRow };
  }
  const bytes = await keptFile(scope, archive, id);
  if (!bytes) throw new AppError(400, "file_refused", "The file is no longer here. Send it again.");
  if (from === "csv") {
    const table = await takeTurns(csvSteps(bytes));
    if (table.kind === "refused") throw fileRefused(table);
    return table;
  }
  const body = importBody.parse(JSON.parse(new TextDecoder().decode(bytes))); // checked before it was taken on
  const table = await takeTurns(cellSteps([body.columns, ...(body.rows ?? [])], { headerAt: 0 }));
  if (table.kind === "refused") throw fileRefused(table);
  return { ...table, firstRow: body.first_row };
}

/** What the sender left open is taken from the operator's earlier choice, as for a small file. */
async function settle(
  scope: UserScope,
  services: Services,
  { id, kind }: Version,
  task: ImportTask,
  { columns }: Pick<Table, "columns">,
): Promise<ImportTask | null> {
  const reading = await readingOf(scope, services, { kind, columns, reading: task.reading });
  const timezone = await zoneFor(scope, services, kind);
  return settleTask(scope, services.db, id, { ...task, reading, timezone });
}
