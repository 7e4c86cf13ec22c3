import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { isOneOf } from "../../../drizzle/columns.ts";
import { currentImports, drivers, importMeta, reservations } from "../../../drizzle/schema.ts";
import type { FieldChange } from "../../audit/changed-fields.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { statement } from "../../db/statement.ts";
import { currentList } from "../../imports/store/current-list.ts";
import { keysOf } from "../../lib/field-table.ts";
import { FINISHED } from "../../reservations/status.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { DriverRow, StoredDriver } from "../fields.ts";
import { driverColumns } from "./driver-columns.ts";

export type ListedDriver = Awaited<ReturnType<typeof driverPage>>[number];

/** Where a page ended: the name as it is compared, and the id. */
export type DriverPlace = [nameKey: string, id: string];

/** `id` asks for one driver alone. */
type Wanted = { words: string[]; after: DriverPlace | null; limit: number; now: number; id?: string };

/** Drivers of the current list by name, with how many upcoming bookings name them. */
export async function driverPage(scope: UserScope, db: Database, { words, after, limit, now, id }: Wanted) {
  return db.all<
    StoredDriver & { id: string; namesakes: number; upcoming: number }
  >(sql`WITH upcoming AS MATERIALIZED ${upcomingByDriver(scope, now)}
    SELECT d.id, ${STORED},
      (SELECT count(*) FROM ${drivers} other WHERE other.user_id = ${scope.userId} AND other.import_id = d.import_id
        AND other.name_key = d.name_key) AS namesakes,
      coalesce((SELECT n FROM upcoming WHERE upcoming.driver_key = d.name_key), 0) AS upcoming
    FROM ${drivers} d
    WHERE d.user_id = ${scope.userId} AND d.import_id = ${currentList(scope, "drivers")}
      ${sql.join(words.map((word) => sql`AND instr(d.name_key || ' ' || coalesce(d.phone_e164, d.phone, ''), ${word}) > 0`))}
      ${id === undefined ? sql`` : sql`AND d.id = ${id}`}
      ${after ? sql`AND (d.name_key, d.id) > (${after[0]}, ${after[1]})` : sql``}
    ORDER BY d.name_key, d.id LIMIT ${limit}`);
}

/** The columns of a driver `d`, by the names that they have here. */
const STORED = sql.raw(
  keysOf(driverColumns)
    .map((key) => `d."${driverColumns[key].name}" AS "${key}"`)
    .join(", "),
);

/**
 * Drivers that upcoming bookings name but that cannot be called, most bookings first. They have no number in the list,
 * or are not in it and have no number in any of their rides.
 */
export function unreachableDrivers(
  scope: UserScope,
  db: Database,
  { now, limit }: { now: number; limit: number },
): Promise<{ name: string; reservations: number }[]> {
  return db.all(sql`WITH upcoming AS MATERIALIZED ${upcomingByDriver(scope, now)}
    SELECT upcoming.name AS name, upcoming.n AS reservations FROM upcoming
    LEFT JOIN ${drivers} d ON d.user_id = ${scope.userId} AND d.import_id = ${currentList(scope, "drivers")}
      AND d.name_key = upcoming.driver_key
    GROUP BY upcoming.driver_key
    HAVING count(d.phone_e164) = 0 AND (count(d.id) > 0 OR upcoming.without_phone > 0)
    ORDER BY upcoming.n DESC, upcoming.name LIMIT ${limit}`);
}

/** A driver of the current list; null when there is none by this id. */
export async function findDriver(
  scope: UserScope,
  db: Database,
  id: string,
): Promise<typeof drivers.$inferSelect | null> {
  const inList = sql`${drivers.importId} = ${currentList(scope, "drivers")}`;
  const [driver] = await db
    .select()
    .from(drivers)
    .where(and(ownedBy(scope, drivers.userId), eq(drivers.id, id), inList))
    .orderBy(asc(drivers.id));
  return driver ?? null;
}

/** Puts a driver into the current list, and begins a list where there is none. With its audit row. */
export async function addDriver(
  scope: UserScope,
  db: Database,
  { id, fields, actor, at }: { id: string; fields: DriverRow; actor: string; at: number },
): Promise<void> {
  const names = keysOf(fields).map((key) => sql.raw(`"${driverColumns[key].name}"`));
  const values = Object.values(fields).map((value) => sql`${value}`);
  const newList = crypto.randomUUID();
  const none = sql`NOT EXISTS (SELECT 1 FROM ${currentImports} list WHERE list.user_id = ${scope.userId} AND list.kind = 'drivers')`;
  const leg = sql`(SELECT count(*) FROM ${drivers} other WHERE other.user_id = ${scope.userId}
    AND other.import_id = ${currentList(scope, "drivers")} AND other.name_key = ${fields.nameKey})`;
  await db.batch([
    statement(
      db,
      sql`INSERT INTO ${importMeta} (id, user_id, kind, source, created_by, imported_at, activated_at)
        SELECT ${newList}, ${scope.userId}, 'drivers', 'dashboard', ${actor}, ${at}, ${at} WHERE ${none}`,
    ),
    statement(
      db,
      sql`INSERT INTO ${currentImports} (user_id, kind, import_id, activated_at)
        SELECT ${scope.userId}, 'drivers', ${newList}, ${at} WHERE ${none}`,
    ),
    statement(
      db,
      sql`INSERT INTO ${drivers} (id, user_id, import_id, leg, ${sql.join(names, sql`, `)})
        VALUES (${id}, ${scope.userId}, ${currentList(scope, "drivers")}, ${leg}, ${sql.join(values, sql`, `)})`,
    ),
    noLongerItsFile(scope, db),
    insertAudit(scope, db, { actor, action: "driver.added", subject: id, detail: { name: fields.name } }),
  ]);
}

/** Changes a driver of the current list by hand, with its audit row. */
export async function editDriver(
  scope: UserScope,
  db: Database,
  id: string,
  { fields, actor, name, changes }: { fields: Partial<DriverRow>; actor: string; name: string; changes: FieldChange[] },
): Promise<void> {
  await db.batch([
    db.update(drivers).set(fields).where(ofTenant(scope, id)),
    noLongerItsFile(scope, db),
    insertAudit(scope, db, { actor, action: "driver.edited", subject: id, detail: { name, changes } }),
  ]);
}

/** Takes a driver out of the current list, with its audit row. */
export async function removeDriver(
  scope: UserScope,
  db: Database,
  driver: { id: string; name: string },
  actor: string,
): Promise<void> {
  await db.batch([
    db.delete(drivers).where(ofTenant(scope, driver.id)),
    noLongerItsFile(scope, db),
    insertAudit(scope, db, { actor, action: "driver.removed", subject: driver.id, detail: { name: driver.name } }),
  ]);
}

/** A list that was changed by hand is not its file any more: the same file sent again is imported again. */
function noLongerItsFile(scope: UserScope, db: Database) {
  return db
    .update(importMeta)
    .set({ contentHash: null })
    .where(and(ownedBy(scope, importMeta.userId), sql`${importMeta.id} = ${currentList(scope, "drivers")}`));
}

/** How many rides that are still to come name each driver. */
function upcomingByDriver(scope: UserScope, now: number): SQL {
  return sql`(SELECT driver_key, min(driver_assigned) AS name, count(*) AS n,
      sum(driver_phone_e164 IS NULL) AS without_phone FROM ${reservations}
    WHERE ${reservations.userId} = ${scope.userId} AND ${reservations.importId} = ${currentList(scope, "reservations")}
      AND pickup_at >= ${now} AND NOT ${isOneOf(reservations.status, FINISHED)} AND driver_key IS NOT NULL
    GROUP BY driver_key)`;
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, drivers.userId), eq(drivers.id, id));
}
