import { AppError } from "../lib/errors.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { ImportReply } from "./import-reply.ts";
import { listSteps } from "./map-list.ts";
import { mappingKey } from "./reading/mapping-key.ts";
import type { Table } from "./reading/table.ts";
import { showUnchanged, showVersion } from "./show-version.ts";
import { insertVersion } from "./store/arriving-version.ts";
import { rememberedMapping, rememberMapping } from "./store/import-mappings.ts";
import { type Sending, sameAsCurrent, storeList } from "./store-list.ts";
import { takeTurns } from "./take-turns.ts";
import type { Kind, Mode, Reading, Source } from "./version.ts";

export type ToImport = { kind: Kind; mode: Mode; fileName: string | null; reading: Reading };

/** The result for a file: a new version, or the current one if it has the same rows. */
export type Imported = { reply: ImportReply; unchanged: boolean };

/**
 * Imports a table of cells in one go. What the sender leaves open about its columns is taken from the operator's
 * earlier choice for this header.
 * @throws AppError 400 (refused, a question, columns missing), 409 without settings, 413
 */
export async function importTable(
  scope: UserScope,
  services: Services,
  { columns, rows, firstRow }: Pick<Table, "columns" | "rows" | "firstRow">,
  { kind, mode, fileName, reading }: ToImport,
  sending: Sending,
): Promise<Imported> {
  const known = await readingOf(scope, services, { kind, columns, reading });
  const zone = await zoneFor(scope, services, kind);
  const list = await takeTurns(listSteps(kind, { columns, rows, firstRow }, known, zone));
  await remember(scope, services, { kind, columns, reading });
  const same = await sameAsCurrent(scope, services, { kind, mode }, list, sending);
  if (same) return { reply: await showUnchanged(scope, services, same.id, list), unchanged: true };
  const id = crypto.randomUUID();
  await insertVersion(scope, services.db, {
    id,
    kind,
    mode,
    fileName,
    source: sourceOf(sending.actor),
    createdBy: sending.actor,
    importedAt: services.now(),
  });
  await storeList(scope, services, { id, kind, mode }, list, sending);
  return { reply: await showVersion(scope, services, id), unchanged: false };
}

/** Remembers an operator's own choice for the next file with this header, even if it changed no row of this file. */
export async function remember(
  scope: UserScope,
  services: Services,
  { kind, columns, reading }: { kind: Kind; columns: string[]; reading: Reading },
): Promise<void> {
  if (reading.mapping === null) return;
  const headerHash = await headerHashOf(mappingKey(columns));
  await rememberMapping(scope, services.db, { kind, headerHash, reading, at: services.now() });
}

/** The key under which the choice for a header is remembered: a hash, so that it is short enough. */
export function headerHashOf(key: string): Promise<string> {
  return sha256(key);
}

/** What the sender said and, for the rest, what was chosen for this header before. */
export async function readingOf(
  scope: UserScope,
  { db }: Services,
  { kind, columns, reading }: { kind: Kind; columns: string[]; reading: Reading },
): Promise<Reading> {
  const headerHash = await headerHashOf(mappingKey(columns));
  const before = await rememberedMapping(scope, db, { kind, headerHash });
  return {
    mapping: reading.mapping ?? before?.mapping ?? null,
    dateOrder: reading.dateOrder ?? before?.dateOrder ?? null,
    statusWords: reading.statusWords ?? before?.statusWords ?? null,
  };
}

/**
 * The zone in which a file's times are read; a list of drivers has none.
 * @throws AppError 409 while the company has no settings
 */
export async function zoneFor(scope: UserScope, { db }: Services, kind: Kind): Promise<string> {
  if (kind === "drivers") return "UTC";
  const saved = await savedConfig(scope, db);
  if (saved) return saved.config.timezone;
  throw new AppError(
    409,
    "not_configured",
    "Save your company's settings first: the times of the list are read in its time zone.",
  );
}

export function sourceOf(actor: string): Source {
  return actor.startsWith("key:") ? "api" : "dashboard";
}
