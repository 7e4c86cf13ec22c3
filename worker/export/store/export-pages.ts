import { and, getTableColumns, isNotNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  apiKeys,
  auditEvents,
  blockedCallers,
  calls,
  currentImports,
  drivers,
  importErrors,
  importMappings,
  importMeta,
  inboundLog,
  messageSettings,
  messages,
  reservations,
  retention,
  tenantConfig,
  tenantConfigVersions,
} from "../../../drizzle/schema.ts";
import type { CompanyTable } from "../../closure/store/company-tables.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

type Source = {
  table: CompanyTable;
  /** What pages go by: within a company it names one row, and an index is sorted by it. */
  key: SQLiteColumn[];
  /** Columns that are no use to anybody outside, or nobody's business. */
  hidden?: SQLiteColumn[];
  where?: (scope: UserScope) => SQL;
  /** Rows in one answer of the database; fewer of what is long. */
  atOnce?: number;
};

const AT_ONCE = 2000;

const bookingKeys = [reservations.confirmationKey, reservations.searchKey, reservations.driverKey];

/** What an export takes as it is stored, by the name of its file. */
export const SOURCES = {
  settings: { table: tenantConfig, key: [tenantConfig.userId], hidden: [tenantConfig.id] },
  "settings-history": { table: tenantConfigVersions, key: [tenantConfigVersions.version], atOnce: 100 },
  "message-settings": { table: messageSettings, key: [messageSettings.userId] },
  "how-long-we-keep": { table: retention, key: [retention.userId] },
  "api-keys": { table: apiKeys, key: [apiKeys.id], hidden: [apiKeys.keyHash, apiKeys.prefix] },
  "blocked-callers": { table: blockedCallers, key: [blockedCallers.phoneE164] },
  "earlier-reservations": {
    table: reservations,
    key: [reservations.id],
    hidden: bookingKeys,
    where: (scope) => sql`${reservations.importId} NOT IN ${currentLists(scope)}`,
  },
  "earlier-drivers": {
    table: drivers,
    key: [drivers.id],
    hidden: [drivers.nameKey],
    where: (scope) => sql`${drivers.importId} NOT IN ${currentLists(scope)}`,
  },
  imports: {
    table: importMeta,
    key: [importMeta.id],
    hidden: [importMeta.contentHash, importMeta.upload, importMeta.uploadHash],
    atOnce: 500,
  },
  "import-errors": { table: importErrors, key: [importErrors.importId, importErrors.n] },
  "import-columns": {
    table: importMappings,
    key: [importMappings.kind, importMappings.headerHash],
    hidden: [importMappings.headerHash],
    atOnce: 100,
  },
  calls: {
    table: calls,
    key: [calls.callId],
    hidden: [
      calls.transcriptName,
      calls.transcriptRank,
      calls.recordingName,
      calls.recordingRank,
      calls.retellForgotAt,
    ],
  },
  messages: {
    table: messages,
    key: [messages.callId, messages.messageHash],
    hidden: [messages.messageHash, messages.mailId, messages.awaitsDigest],
  },
  rings: { table: inboundLog, key: [inboundLog.dedupeKey], hidden: [inboundLog.dedupeKey] },
  "audit-events": { table: auditEvents, key: [auditEvents.createdAt, auditEvents.id] },
} satisfies Record<string, Source>;

export type SourceName = keyof typeof SOURCES;

/** A row by the names of its columns. */
export type ExportRow = Record<string, unknown>;

/** Names of the columns that are told. */
export function exportColumns(name: SourceName): string[] {
  return told(SOURCES[name]).map((column) => column.name);
}

/** Everything of one kind, a bounded number of rows at a time. */
export async function* exportPages(scope: UserScope, db: Database, name: SourceName): AsyncGenerator<ExportRow[]> {
  const source: Source = SOURCES[name];
  const { table, key, where, atOnce = AT_ONCE } = source;
  const columns = [...told(source), ...key];
  const fields = Object.fromEntries(columns.map((column) => [column.name, column]));
  for (let after: unknown[] | null = null; ; ) {
    const rows: ExportRow[] = await db
      .select(fields)
      .from(table)
      .where(and(ownedBy(scope, table.userId), where?.(scope), after ? beyond(key, after) : undefined))
      .orderBy(...key)
      .limit(atOnce);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = key.map((column) => last[column.name]);
  }
}

/** Calls of which the archive has a transcript, after `after` (Retell's id of a call). */
export function callsWithTranscript(scope: UserScope, db: Database, after: string, limit: number) {
  return db
    .select({ callId: calls.callId, startedAt: calls.startedAt, transcriptName: sql<string>`${calls.transcriptName}` })
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), isNotNull(calls.transcriptName), sql`${calls.callId} > ${after}`))
    .orderBy(calls.callId)
    .limit(limit);
}

function told({ table, hidden = [] }: Source): SQLiteColumn[] {
  const columns: SQLiteColumn[] = Object.values(getTableColumns(table));
  return columns.filter((column) => column !== table.userId && !hidden.includes(column));
}

function beyond(key: SQLiteColumn[], after: unknown[]): SQL {
  const values = sql.join(
    after.map((value) => sql`${value}`),
    sql`, `,
  );
  return sql`(${sql.join(key, sql`, `)}) > (${values})`;
}

function currentLists(scope: UserScope): SQL {
  return sql`(SELECT list.import_id FROM ${currentImports} list WHERE list.user_id = ${scope.userId})`;
}
