import { drizzle } from "drizzle-orm/d1";
import * as schema from "../../drizzle/schema.ts";
import { sqlText } from "../seed/sql-text.ts";
import { readDrivers, readReservations } from "./bookings.ts";
import { readCompanies, readUsers } from "./companies.ts";
import { given, instantOf, type OldRow, type OldTable, readExport, type Unread } from "./read-export.ts";

/** The tables of the old project, by the names under which they are exported. */
export const OLD_TABLES = ["auth.users", "tenant_config", "import_meta", "reservations", "drivers"] as const;
type OldTableName = (typeof OLD_TABLES)[number];
export type OldFiles = Partial<Record<OldTableName, Uint8Array>>;

/** Statements that take the old data over, how many rows they hold, and what could not be read. */
export type Loaded = { statements: string[]; counts: Record<string, number>; unread: Unread[] };

type Kind = "reservations" | "drivers";

/**
 * The old project's tables as statements for ours. Ids are kept. Every statement leaves existing rows as they are, so a
 * second run changes nothing, and what an operator has changed meanwhile stays.
 */
export function loadOldProject(files: OldFiles, now: number): Loaded {
  const unread: Unread[] = [];
  const reporter = (file: OldTableName) => (line: number, reason: string) => void unread.push({ file, line, reason });
  const table = (name: OldTableName): OldTable => {
    const bytes = files[name];
    return bytes ? readExport(name, bytes) : { columns: [], rows: [] };
  };
  const users = readUsers(table("auth.users"), now, reporter("auth.users"));
  const ids = new Set(users.map(({ id }) => id));
  const { configs, numbers } = readCompanies(table("tenant_config"), ids, reporter("tenant_config"));

  const versions: (typeof schema.importMeta.$inferInsert)[] = [];
  const current: (typeof schema.currentImports.$inferInsert)[] = [];
  const rows = {
    reservations: [] as (typeof schema.reservations.$inferInsert)[],
    drivers: [] as (typeof schema.drivers.$inferInsert)[],
  };
  const metas = table("import_meta");
  const kinds = { reservations: table("reservations"), drivers: table("drivers") };
  for (const { userId, timezone = "America/Phoenix" } of configs) {
    for (const kind of ["reservations", "drivers"] as const) {
      const own = { ...kinds[kind], rows: kinds[kind].rows.filter(({ cells }) => cells.user_id === userId) };
      const history = versionsOf(metas, userId, kind);
      if (own.rows.length === 0 && history.length === 0) continue;
      const newest = history[0] ?? { id: `${userId}:${kind}:loaded`, at: newestOf(own.rows) ?? now };
      const owner = { userId, timezone, importId: newest.id };
      const read =
        kind === "reservations"
          ? rows.reservations.push(...readReservations(own, owner, reporter(kind)))
          : rows.drivers.push(...readDrivers(own, owner, reporter(kind)));
      for (const { id, at } of history.length > 0 ? history : [newest]) {
        const isNewest = id === newest.id;
        const rowCount = isNewest ? own.rows.length : 0;
        // The old project kept the rows of the newest list only.
        const kept = isNewest ? { activatedAt: at } : { activatedAt: at, prunedAt: at };
        versions.push({ id, userId, kind, source: "dashboard", rowCount, importedAt: at, ...kept });
      }
      if (read > 0) current.push({ userId, kind, importId: newest.id, activatedAt: newest.at });
    }
  }
  reportStrangers(kinds, configs, reporter);

  const db = drizzle({} as D1Database); // only builds statements, never sends one
  const built = [
    ...users.map((row) => db.insert(schema.user).values(row).onConflictDoNothing()),
    ...configs.map((row) => db.insert(schema.tenantConfig).values(row).onConflictDoNothing()),
    ...numbers.map((row) => db.insert(schema.tenantPhoneNumbers).values(row).onConflictDoNothing()),
    ...versions.map((row) => db.insert(schema.importMeta).values(row).onConflictDoNothing()),
    ...rows.reservations.map((row) => db.insert(schema.reservations).values(row).onConflictDoNothing()),
    ...rows.drivers.map((row) => db.insert(schema.drivers).values(row).onConflictDoNothing()),
    ...current.map((row) => db.insert(schema.currentImports).values(row).onConflictDoNothing()),
  ];
  const counts = {
    accounts: users.length,
    companies: configs.length,
    numbers: numbers.length,
    lists: versions.length,
    reservations: rows.reservations.length,
    drivers: rows.drivers.length,
  };
  return { statements: built.map((statement) => `${sqlText(statement.toSQL())};`), counts, unread };
}

/** A company's lists of a kind, newest first. An entry that does not say its kind is one of reservations. */
function versionsOf({ rows }: OldTable, userId: string, kind: Kind): { id: string; at: number }[] {
  return rows
    .filter(({ cells }) => cells.user_id === userId && /driver/i.test(kindOf(cells)) === (kind === "drivers"))
    .flatMap(({ cells }) => {
      const id = given(cells.id);
      const at = instantOf(cells.imported_at ?? cells.created_at);
      return id && at !== null ? [{ id, at }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
}

function kindOf(cells: OldRow["cells"]): string {
  return given(cells.kind ?? cells.type ?? cells.table_name) ?? "reservations";
}

function newestOf(rows: OldRow[]): number | null {
  const known = rows.flatMap(({ cells }) => instantOf(cells.created_at) ?? []);
  return known.length > 0 ? Math.max(...known) : null;
}

function reportStrangers(
  kinds: Record<Kind, OldTable>,
  configs: { userId: string }[],
  reporter: (file: Kind) => (line: number, reason: string) => void,
): void {
  const known = new Set(configs.map(({ userId }) => userId));
  for (const kind of ["reservations", "drivers"] as const) {
    for (const { line, cells } of kinds[kind].rows) {
      if (!known.has(cells.user_id ?? "")) reporter(kind)(line, "Its company is not among those that were read.");
    }
  }
}
