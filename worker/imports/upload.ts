import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { claimFile } from "./claim-file.ts";
import { MOST_ROWS_AT_ONCE } from "./has-many-rows.ts";
import { type Imported, remember, sourceOf, type ToImport, zoneFor } from "./import-file.ts";
import { type ImportReply, PAGE_SIZE } from "./import-reply.ts";
import { listSteps } from "./map-list.ts";
import { type Cell, cellSteps } from "./reading/from-cells.ts";
import { MAX_FILE_BYTES } from "./reading/limits.ts";
import { refuse } from "./reading/refusal.ts";
import { fileRefused } from "./refused.ts";
import { jsonPages } from "./row-pages.ts";
import { showUnchanged, showVersion } from "./show-version.ts";
import { changeUpload, insertVersion } from "./store/arriving-version.ts";
import { readPages, receivedBytes, receivedPages, savePage } from "./store/import-pages.ts";
import { findVersion, unfinishedUpload, type Version } from "./store/imports.ts";
import { discardVersion } from "./store/remove-versions.ts";
import { handOver } from "./store/waiting-imports.ts";
import { type Sending, sameAsCurrent, storeList } from "./store-list.ts";
import { queueImport, type TakenOn } from "./take-on.ts";
import { takeTurns } from "./take-turns.ts";
import type { Upload } from "./version.ts";

export type NewUpload = Omit<ToImport, "reading"> & { upload: Upload; contentHash: string };

/**
 * Begins an upload in pages, or finds the interrupted one of the same file.
 * @throws AppError 409 without settings, 429
 */
export async function startUpload(
  scope: UserScope,
  services: Services,
  { kind, mode, fileName, upload, contentHash }: NewUpload,
  actor: string,
): Promise<{ reply: ImportReply; resumed: boolean }> {
  const { db, now } = services;
  const known = await unfinishedUpload(scope, db, { kind, mode, uploadHash: contentHash });
  if (known && known.upload?.totalRows === upload.totalRows) {
    await changeUpload(scope, db, known, upload);
    return { reply: await showVersion(scope, services, known.id), resumed: true };
  }
  await claimFile(scope, services);
  await zoneFor(scope, services, kind);
  const id = crypto.randomUUID();
  await insertVersion(scope, db, {
    id,
    kind,
    mode,
    fileName,
    upload,
    uploadHash: contentHash,
    source: sourceOf(actor),
    createdBy: actor,
    importedAt: now(),
  });
  return { reply: await showVersion(scope, services, id), resumed: false };
}

/**
 * Takes one page of rows, in any order and any number of times.
 * @throws AppError 404, 409 when the upload is complete, 400 for a page that does not belong to it, 413
 */
export async function receivePage(
  scope: UserScope,
  { db }: Services,
  id: string,
  { page, rows }: { page: number; rows: Cell[][] },
): Promise<number[]> {
  const { version, upload } = await receiving(scope, db, id);
  const expected = Math.min(PAGE_SIZE, upload.totalRows - page * PAGE_SIZE);
  if (expected <= 0) throw notFound();
  if (rows.length !== expected) {
    const reason = `Page ${page} has ${expected} rows of this file, not ${rows.length}.`;
    throw new AppError(400, "validation_failed", reason, { fields: { rows: reason } });
  }
  const parts = jsonPages(rows);
  const size = parts.reduce((sum, { length }) => sum + length, await receivedBytes(scope, db, id));
  if (size > MOST_BYTES) throw fileRefused(refuse("file_too_large"));
  await savePage(scope, db, { importId: version.id, page, parts });
  return receivedPages(scope, db, id);
}

const MOST_BYTES = 1.5 * MAX_FILE_BYTES; // as JSON, with quotes around each cell

/**
 * Reads all pages as one file, or hands it to the queue if it is large. Called again after a failure, it
 * continues; called again after success, it returns the same.
 * @throws AppError 404, 409 while pages are missing, and whatever is wrong with the file
 */
export async function completeUpload(
  scope: UserScope,
  services: Services,
  id: string,
  sending: Sending,
): Promise<Imported | TakenOn> {
  const { db } = services;
  const known = await findVersion(scope, db, id);
  if (known?.state === "ready") return { reply: await showVersion(scope, services, id), unchanged: false };
  if (known?.task) return { reply: await showVersion(scope, services, id), takenOn: true };
  const { version, upload } = await receiving(scope, db, id);
  await assertComplete(scope, services, version, upload);
  if (upload.totalRows > MOST_ROWS_AT_ONCE) {
    const { mapping, dateOrder, statusWords } = upload;
    const task = { from: "pages" as const, reading: { mapping, dateOrder, statusWords }, timezone: null };
    await handOver(scope, db, id, { ...task, ...sending });
    await queueImport(services, id);
    return { reply: await showVersion(scope, services, id), takenOn: true };
  }
  const table = await takeTurns(cellSteps([upload.columns, ...(await readPages(scope, db, id))], { headerAt: 0 }));
  if (table.kind === "refused") throw fileRefused(table);
  const cells = { columns: table.columns, rows: table.rows, firstRow: upload.firstRow };
  const zone = await zoneFor(scope, services, version.kind);
  const list = await takeTurns(listSteps(version.kind, cells, upload, zone));
  await remember(scope, services, { kind: version.kind, columns: table.columns, reading: upload });
  const same = await sameAsCurrent(scope, services, version, list, sending);
  if (same) {
    await discardVersion(scope, db, version, null);
    return { reply: await showUnchanged(scope, services, same.id, list), unchanged: true };
  }
  await storeList(scope, services, version, list, sending);
  return { reply: await showVersion(scope, services, id), unchanged: false };
}

async function receiving(
  scope: UserScope,
  db: Services["db"],
  id: string,
): Promise<{ version: Version; upload: Upload }> {
  const version = await findVersion(scope, db, id);
  if (!version) throw notFound();
  if (version.state !== "receiving" || version.upload === null) {
    throw new AppError(409, "conflict", "This file has been uploaded completely. Start a new import for another one.");
  }
  return { version, upload: version.upload };
}

async function assertComplete(scope: UserScope, { db }: Services, { id }: Version, { totalRows }: Upload) {
  const pages = Math.ceil(totalRows / PAGE_SIZE);
  const received = await receivedPages(scope, db, id);
  if (received.length === pages) return;
  const message = `${pages - received.length} of ${pages} pages have not arrived yet. Send them, then complete the import.`;
  throw new AppError(409, "conflict", message, { extra: { received_pages: received } });
}
