import { notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type ImportReply, importReply } from "./import-reply.ts";
import type { ReadList } from "./map-list.ts";
import { jsonPages } from "./row-pages.ts";
import { showComing } from "./show-coming.ts";
import { compareVersion } from "./store/compare-version.ts";
import { receivedPages } from "./store/import-pages.ts";
import { currentVersion, findVersion, importErrorsOf, type Version } from "./store/imports.ts";
import { replaceNotes } from "./store/replace-notes.ts";

const ERRORS_SHOWN = 200; // the download has all of them

/**
 * One version with its first errors. A waiting version is compared again if the list has changed since it arrived.
 * @throws AppError 404
 */
export async function showVersion(scope: UserScope, services: Services, id: string): Promise<ImportReply> {
  const { db } = services;
  const version = await findOrRefuse(scope, services, id);
  const [errors, pages, diff, coming] = await Promise.all([
    importErrorsOf(scope, db, id, ERRORS_SHOWN),
    version.state === "receiving" ? receivedPages(scope, db, id) : [],
    freshDiff(scope, db, version),
    showComing(scope, services, version),
  ]);
  return importReply({ ...version, diff }, { errors, receivedPages: pages, coming });
}

/**
 * The current version, for a file with the same rows: compared with itself, nothing differs. The notes about what could
 * not be read in this file replace those about the file before.
 */
export async function showUnchanged(
  scope: UserScope,
  services: Services,
  id: string,
  { errors, warnings }: Pick<ReadList, "errors" | "warnings">,
): Promise<ImportReply> {
  await replaceNotes(scope, services.db, id, {
    pages: jsonPages(errors.map(({ row, column, reason }, n) => [n, row, column, reason])),
    skippedCount: errors.length,
    warnings,
  });
  const reply = await showVersion(scope, services, id);
  return { ...reply, diff: { added: 0, changed: 0, removed: 0, unchanged: reply.rows } };
}

/** @throws AppError 404 */
export async function findOrRefuse(scope: UserScope, { db }: Pick<Services, "db">, id: string): Promise<Version> {
  const version = await findVersion(scope, db, id);
  if (!version) throw notFound();
  return version;
}

async function freshDiff(scope: UserScope, db: Services["db"], version: Version): Promise<Version["diff"]> {
  if (version.state !== "ready" || version.activatedAt !== null) return version.diff;
  const current = await currentVersion(scope, db, version.kind);
  const base = current?.id ?? null;
  return base === version.baseImportId ? version.diff : compareVersion(scope, db, version, base);
}
