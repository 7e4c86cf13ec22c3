import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { claimFile } from "./claim-file.ts";
import { hasManyRows, MOST_ROWS_AT_ONCE } from "./has-many-rows.ts";
import type { ImportBody, ImportQuery } from "./import-body.ts";
import { type Imported, importTable } from "./import-file.ts";
import type { ImportReply } from "./import-reply.ts";
import { namedReading } from "./named-mapping.ts";
import { cellSteps } from "./reading/from-cells.ts";
import { csvSteps } from "./reading/read-csv.ts";
import { fileRefused } from "./refused.ts";
import { type TakenOn, takeOn } from "./take-on.ts";
import { takeTurns } from "./take-turns.ts";
import { startUpload } from "./upload.ts";
import type { Reading } from "./version.ts";

export type Received = Imported | TakenOn | { reply: ImportReply; resumed: boolean };

/**
 * Imports a CSV file as it was sent, byte for byte. A large one is taken on for the queue.
 * @throws AppError 429, and as importTable
 */
export async function receiveFile(
  scope: UserScope,
  services: Services,
  bytes: Uint8Array,
  query: ImportQuery,
  actor: string,
): Promise<Imported | TakenOn> {
  await claimFile(scope, services);
  const before = await namedReading(scope, services, query);
  const reading: Reading = {
    mapping: before?.mapping ?? null,
    dateOrder: query.date_order ?? before?.dateOrder ?? null,
    statusWords: before?.statusWords ?? null,
  };
  const what = { kind: query.kind, mode: query.mode ?? "replace", fileName: query.file_name ?? null, reading };
  const sending = { actor, activate: query.activate };
  if (hasManyRows(bytes)) return takeOn(scope, services, { from: "csv", bytes }, what, sending);
  const table = await takeTurns(csvSteps(bytes));
  if (table.kind === "refused") throw fileRefused(table);
  return importTable(scope, services, table, what, sending);
}

/**
 * Imports a list sent as JSON, or begins its upload in pages.
 * @throws AppError 429, and as importTable and startUpload
 */
export async function receiveRows(
  scope: UserScope,
  services: Services,
  { body, bytes }: { body: ImportBody; bytes: Uint8Array },
  query: ImportQuery,
  actor: string,
): Promise<Received> {
  const before = await namedReading(scope, services, query);
  const reading: Reading = {
    mapping: body.mapping ?? before?.mapping ?? null,
    dateOrder: body.date_order ?? query.date_order ?? before?.dateOrder ?? null,
    statusWords: body.status_words ?? before?.statusWords ?? null,
  };
  const what = {
    kind: query.kind,
    mode: body.mode ?? query.mode ?? "replace",
    fileName: body.file_name ?? query.file_name ?? null,
  };
  const { columns, rows, first_row: firstRow } = body;
  if (rows) {
    await claimFile(scope, services);
    const sending = { actor, activate: query.activate };
    if (rows.length > MOST_ROWS_AT_ONCE) {
      return takeOn(scope, services, { from: "json", bytes }, { ...what, reading }, sending);
    }
    const table = await takeTurns(cellSteps([columns, ...rows], { headerAt: 0 }));
    if (table.kind === "refused") throw fileRefused(table);
    return importTable(scope, services, { ...table, firstRow }, { ...what, reading }, sending);
  }
  const upload = { ...reading, columns, firstRow, totalRows: body.total_rows ?? 0 };
  return startUpload(scope, services, { ...what, upload, contentHash: body.content_hash ?? "" }, actor);
}
