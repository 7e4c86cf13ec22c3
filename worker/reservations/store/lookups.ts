import { and, desc, eq, sql } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { currentImports, drivers, importMeta, reservations, tenantConfig } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { namedBy, tenantBy } from "../../db/owned-by.ts";
import { preparedSelect } from "../../db/prepared-select.ts";
import type { Values } from "../../db/prepared-statement.ts";
import { keysWhere, pick } from "../../lib/field-table.ts";
import type { TenantScope } from "../../tenancy/scope.ts";
import { RESERVATION_COLUMNS } from "../fields.ts";
import { type Counted, NOTHING_COUNTED } from "../look-up-limits.ts";
import { GRACE_MS } from "../ride-phase.ts";
import { bookingColumns } from "./booking-columns.ts";
import { type Arrival, countArrival, readCounted } from "./counted-look-ups.ts";

/** What a look-up searches by: the keys that a number may be, and a phone. Without either, no reservation is read. */
type LookupKeys = { confirmationKeys: string[]; phoneE164: string | null };

type Query = { keys: LookupKeys; arrival: Arrival | null; now: number };

const MOST_MATCHES = 100; // a hotel's phone is on many bookings, and the last name picks one of them

/**
 * One look-up in one round trip. In one transaction it is counted, and the company and the matching reservations of its
 * current list are read, each with its driver's phone if exactly one driver has that name. So look-ups at the same
 * moment see one another. Null if nobody has the dialled number.
 * @param query.arrival null for a look-up that is not counted
 */
export async function lookUp(scope: TenantScope, db: Database, { keys, arrival, now }: Query) {
  const values = {
    tenant: namedBy(scope),
    confirmationKeys: JSON.stringify(keys.confirmationKeys),
    phone: keys.phoneE164,
    now,
    past: now - GRACE_MS,
  };
  const select = lookupQuery[scope.by];
  const [counted, rows]: [Counted, Awaited<ReturnType<typeof select>>] = arrival
    ? await countedFirst(scope, db, { arrival, now, values })
    : [NOTHING_COUNTED, await select(db, values)];
  const [first] = rows;
  if (!first) return null;
  return { company: first.company, counted, matches: rows.flatMap(({ match }) => (match ? [match] : [])) };
}

export type Lookup = NonNullable<Awaited<ReturnType<typeof lookUp>>>;
export type Match = Lookup["matches"][number];

async function countedFirst(
  scope: TenantScope,
  db: Database,
  { arrival, now, values }: { arrival: Arrival; now: number; values: Values },
) {
  const [before, rows] = await lookupQuery[scope.by].after(countArrival(scope, db, arrival, now), db, values);
  return [readCounted(before), rows] satisfies [Counted, unknown];
}

const companyColumns = {
  userId: tenantConfig.userId,
  timezone: tenantConfig.timezone,
  businessHoursStart: tenantConfig.businessHoursStart,
  businessHoursEnd: tenantConfig.businessHoursEnd,
  weeklyHours: tenantConfig.weeklyHours,
  hourExceptions: tenantConfig.hourExceptions,
  transferEnabled: tenantConfig.transferEnabled,
  verification: tenantConfig.verification,
  freshHours: tenantConfig.freshHours,
  importedAt: importMeta.importedAt,
};

/**
 * `none`, `no_phone`, `ambiguous` (two drivers of one name: never guessed), or the one driver's E.164. For a driver who
 * is not in the list of drivers, it is the number in the ride's own row.
 */
const driver = sql<string>`(SELECT CASE
    WHEN count(*) = 0 THEN coalesce(${reservations.driverPhoneE164}, 'none')
    WHEN count(*) > 1 THEN 'ambiguous'
    ELSE coalesce(min(${drivers.phoneE164}), 'no_phone') END
  FROM ${drivers}
  WHERE ${drivers.userId} = ${tenantConfig.userId} AND ${drivers.nameKey} = ${reservations.driverKey}
    AND ${drivers.importId} = (SELECT list.import_id FROM ${currentImports} list
      WHERE list.user_id = ${tenantConfig.userId} AND list.kind = 'drivers'))`;

const matchColumns = {
  ...pick(bookingColumns, keysWhere(RESERVATION_COLUMNS, "lookUp", "tell", "read")),
  driver,
};

const past = sql`${reservations.pickupAt} IS NULL OR ${reservations.pickupAt} < ${sql.placeholder("past")}`;

// The limit is a literal, because SQLite recompiles a statement with a bound limit for every look-up.
const nearestFirst = sql`abs(${reservations.pickupAt} - ${sql.placeholder("now")}) LIMIT ${sql.raw(String(MOST_MATCHES))}`;

const byNumber = alias(reservations, "by_number");
const byPhone = alias(reservations, "by_phone");
const bySecond = alias(reservations, "by_second");
/** As JSON, so that the statement is the same for any number of keys. */
const asksNumber = (column: SQLiteColumn) =>
  sql`${column} IN (SELECT value FROM json_each(${sql.placeholder("confirmationKeys")}))`;

// Each part uses its own index. With OR, or without the pluses, SQLite would read the company's whole list.
const asked = sql`${reservations.id} IN (
  SELECT ${byNumber.id} FROM ${reservations} ${byNumber} WHERE ${byNumber.userId} = ${tenantConfig.userId} AND ${asksNumber(byNumber.confirmationKey)}
  UNION ALL
  SELECT ${byPhone.id} FROM ${reservations} ${byPhone} WHERE ${byPhone.userId} = ${tenantConfig.userId} AND ${byPhone.phoneE164} = ${sql.placeholder("phone")}
  UNION ALL
  SELECT ${bySecond.id} FROM ${reservations} ${bySecond} WHERE ${bySecond.userId} = ${tenantConfig.userId} AND ${bySecond.secondPhoneE164} = ${sql.placeholder("phone")})
  AND +${reservations.userId} = ${tenantConfig.userId} AND +${reservations.importId} = ${currentImports.importId}`;

/** The company is in every row, beside a match. If nothing matches, one row has only the company. */
const lookupBy = (by: TenantScope["by"]) =>
  preparedSelect({ company: companyColumns, match: matchColumns }, (db, columns) =>
    db
      .select(columns)
      .from(tenantConfig)
      .leftJoin(
        currentImports,
        and(eq(currentImports.userId, tenantConfig.userId), sql`${currentImports.kind} = 'reservations'`),
      )
      .leftJoin(importMeta, and(eq(importMeta.userId, tenantConfig.userId), eq(importMeta.id, currentImports.importId)))
      .leftJoin(reservations, asked)
      .where(eq(tenantConfig.userId, tenantBy(by, sql.placeholder("tenant"))))
      .orderBy(desc(asksNumber(reservations.confirmationKey)), past, nearestFirst),
  );

const lookupQuery = { user: lookupBy("user"), number: lookupBy("number") };
