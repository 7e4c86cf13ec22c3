import { and, getTableColumns, isNotNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  answeringOverrides,
  apiKeys,
  auditEvents,
  blockedCallers,
  calls,
  carrierAccounts,
  currentImports,
  drivers,
  importErrors,
  importMappings,
  importMeta,
  inboundLog,
  messageSettings,
  messages,
  numberRoutes,
  reservations,
  retention,
  routedCalls,
  routeSetups,
  tenantConfig,
  tenantConfigVersions,
  usageEntries,
} from "../../../drizzle/schema.ts";
import type { CompanyTable } from "../../closure/store/company-tables.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

type Source = {
  table: CompanyTable;
  /** The paging key: unique within a company and sorted by an index. */
  key: SQLiteColumn[];
  /** Columns that are internal or must stay private. */
  hidden?: SQLiteColumn[];
  where?: (scope: UserScope) => SQL;
  /** Rows per query; fewer if rows are long. */
  rowsPerPage?: number;
};

const ROWS_PER_PAGE = 2000;

const bookingKeys = [
  reservations.confirmationKey,
  reservations.searchKey,
  reservations.driverKey,
  reservations.storedStatus,
  reservations.statusUnknown,
];

/**
 * The tables that are exported as they are stored, by file name.
 * @internal exported for its test
 */
export const SOURCES = {
  settings: { table: tenantConfig, key: [tenantConfig.userId], hidden: [tenantConfig.id] },
  "settings-history": { table: tenantConfigVersions, key: [tenantConfigVersions.version], rowsPerPage: 100 },
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
    rowsPerPage: 500,
  },
  "import-errors": { table: importErrors, key: [importErrors.importId, importErrors.n] },
  "import-columns": {
    table: importMappings,
    key: [importMappings.kind, importMappings.headerHash],
    hidden: [importMappings.headerHash],
    rowsPerPage: 100,
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
  "usage-ledger": {
    table: usageEntries,
    key: [usageEntries.callId, usageEntries.n],
    hidden: [usageEntries.id],
  },
  messages: {
    table: messages,
    key: [messages.callId, messages.messageHash],
    hidden: [messages.messageHash, messages.mailId, messages.awaitsDigest],
  },
  rings: { table: inboundLog, key: [inboundLog.dedupeKey], hidden: [inboundLog.dedupeKey] },
  "set-ups-at-carriers": {
    table: routeSetups,
    key: [routeSetups.numberId],
    // With the voice address would go the secret part of the route's addresses.
    hidden: [routeSetups.id, routeSetups.written, routeSetups.voiceUrl, routeSetups.lease, routeSetups.leaseUntil],
  },
  routes: { table: numberRoutes, key: [numberRoutes.numberId], hidden: [numberRoutes.token] },
  "carrier-accounts": { table: carrierAccounts, key: [carrierAccounts.carrier] },
  "manual-switch": { table: answeringOverrides, key: [answeringOverrides.userId] },
  "routed-calls": { table: routedCalls, key: [routedCalls.carrierCallId] },
  "audit-events": { table: auditEvents, key: [auditEvents.createdAt, auditEvents.id] },
} satisfies Record<string, Source>;

export type SourceName = keyof typeof SOURCES;

/** A row, keyed by column name. */
export type ExportRow = Record<string, unknown>;

/** The names of the exported columns. */
export function exportColumns(name: SourceName): string[] {
  return shownColumns(SOURCES[name]).map((column) => column.name);
}

/** All rows of one kind, a bounded number at a time. */
export async function* exportPages(scope: UserScope, db: Database, name: SourceName): AsyncGenerator<ExportRow[]> {
  const source: Source = SOURCES[name];
  const { table, key, where, rowsPerPage = ROWS_PER_PAGE } = source;
  const columns = [...shownColumns(source), ...key];
  const fields = Object.fromEntries(columns.map((column) => [column.name, column]));
  for (let after: unknown[] | null = null; ; ) {
    const rows: ExportRow[] = await db
      .select(fields)
      .from(table)
      .where(and(ownedBy(scope, table.userId), where?.(scope), after ? isAfter(key, after) : undefined))
      .orderBy(...key)
      .limit(rowsPerPage);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerPage) return;
    after = key.map((column) => last[column.name]);
  }
}

/** Calls with a transcript in the archive, starting after `after` (Retell's call id). */
export function callsWithTranscript(scope: UserScope, db: Database, after: string, limit: number) {
  return db
    .select({ callId: calls.callId, startedAt: calls.startedAt, transcriptName: sql<string>`${calls.transcriptName}` })
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), isNotNull(calls.transcriptName), sql`${calls.callId} > ${after}`))
    .orderBy(calls.callId)
    .limit(limit);
}

function shownColumns({ table, hidden = [] }: Source): SQLiteColumn[] {
  const columns: SQLiteColumn[] = Object.values(getTableColumns(table));
  return columns.filter((column) => column !== table.userId && !hidden.includes(column));
}

function isAfter(key: SQLiteColumn[], after: unknown[]): SQL {
  const values = sql.join(
    after.map((value) => sql`${value}`),
    sql`, `,
  );
  return sql`(${sql.join(key, sql`, `)}) > (${values})`;
}

function currentLists(scope: UserScope): SQL {
  return sql`(SELECT list.import_id FROM ${currentImports} list WHERE list.user_id = ${scope.userId})`;
}
