import { and, asc, count, desc, eq, gte, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { drivers, importMeta, reservations, user } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { currentList } from "../../imports/store/current-list.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { knownStatus, type ReservationStatus } from "../status.ts";
import { bookingColumns } from "./booking-columns.ts";

export type Sort = "pickup_at" | "-pickup_at" | "confirmation_number" | "customer_name";

/** What narrows the list; times are epoch milliseconds. */
export type Filter = { words: string[]; from: number | null; to: number | null; status: ReservationStatus | null };

/** Where a page ended: the value it is sorted by, and what tells equal values apart. */
export type Place = [value: string | number | null, tie: string | number];

export type ListedReservation = Awaited<ReturnType<typeof reservationPage>>[number];

/** Bookings of the current list, starting after `after`. One index covers every filter and the usual order. */
export function reservationPage(
  scope: UserScope,
  db: Database,
  { filter, sort, after, limit }: { filter: Filter; sort: Sort; after: Place | null; limit: number },
) {
  const { column, tie, direction } = ORDERS[sort];
  const ordered = direction === "desc" ? desc : asc;
  return listed(scope, db)
    .where(and(inList(scope, filter), after ? beyond(sort, after) : undefined))
    .orderBy(ordered(column), ordered(tie))
    .limit(limit);
}

/** How many bookings of the current list match the filter. */
export async function countReservations(scope: UserScope, db: Database, filter: Filter): Promise<number> {
  const [row] = await db.select({ n: count() }).from(reservations).where(inList(scope, filter));
  return row?.n ?? 0;
}

/** Where the page after this booking begins. */
export function placeOf(sort: Sort, row: ListedReservation): Place {
  if (sort === "confirmation_number") return [row.confirmationNumber, row.leg];
  return [sort === "customer_name" ? row.customerName : row.pickupAt, row.id];
}

/**
 * A booking of the current list. `id` may be its id in an earlier
 * version: a booking stays the same as long as its number does.
 */
export async function findReservation(scope: UserScope, db: Database, id: string): Promise<ListedReservation | null> {
  const known = sql`(SELECT known.confirmation_number, known.leg FROM ${reservations} known
    WHERE known.user_id = ${scope.userId} AND known.id = ${id})`;
  const [row] = await listed(scope, db).where(
    and(
      inList(scope, { words: [], from: null, to: null, status: null }),
      sql`(${reservations.confirmationNumber}, ${reservations.leg}) = ${known}`,
    ),
  );
  return row ?? null;
}

type Edit = Partial<Omit<typeof reservations.$inferInsert, "id" | "userId" | "importId">> & {
  status?: ReservationStatus;
};

/**
 * Changes a booking by hand. Writes the audit row too. A changed version no longer equals its file, so the same file
 * sent again is imported again, unless the change is to stay anyway.
 */
export async function editReservation(
  scope: UserScope,
  db: Database,
  booking: { id: string; importId: string },
  { edit: { status, ...edit }, actor, detail }: { edit: Edit; actor: string; detail: Record<string, unknown> },
): Promise<void> {
  await db.batch([
    db
      .update(reservations)
      .set({
        ...edit,
        ...(status && { storedStatus: knownStatus(status), statusUnknown: Number(status === "unknown") }),
      })
      .where(and(ownedBy(scope, reservations.userId), eq(reservations.id, booking.id))),
    ...(edit.keepEdit === true
      ? []
      : [
          db
            .update(importMeta)
            .set({ contentHash: null })
            .where(and(ownedBy(scope, importMeta.userId), eq(importMeta.id, booking.importId))),
        ]),
    insertAudit(scope, db, { actor, action: "reservation.edited", subject: booking.id, detail }),
  ]);
}

type Order = { column: SQLiteColumn; tie: SQLiteColumn; direction: "asc" | "desc" };

const ORDERS: Record<Sort, Order> = {
  pickup_at: { column: reservations.pickupAt, tie: reservations.id, direction: "asc" },
  "-pickup_at": { column: reservations.pickupAt, tie: reservations.id, direction: "desc" },
  confirmation_number: { column: reservations.confirmationNumber, tie: reservations.leg, direction: "asc" },
  customer_name: { column: reservations.customerName, tie: reservations.id, direction: "asc" },
};

/** The rows after a place. SQLite puts what has no value first, so it comes last when the order is turned around. */
function beyond(sort: Sort, [value, tie]: Place): SQL | undefined {
  const { column, tie: tieColumn, direction } = ORDERS[sort];
  const place = sql`(${column}, ${tieColumn})`;
  if (direction === "desc") {
    if (value === null) return and(isNull(column), lt(tieColumn, tie));
    return or(sql`${place} < (${value}, ${tie})`, isNull(column));
  }
  if (value === null) return or(sql`${column} IS NOT NULL`, sql`${tieColumn} > ${tie}`);
  return sql`${place} > (${value}, ${tie})`;
}

function inList(scope: UserScope, { words, from, to, status }: Filter): SQL | undefined {
  return and(
    ownedBy(scope, reservations.userId),
    sql`${reservations.importId} = ${currentList(scope, "reservations")}`,
    from === null ? undefined : gte(reservations.pickupAt, from),
    to === null ? undefined : lt(reservations.pickupAt, to),
    status === null ? undefined : hasStatus(status),
    ...words.map((word) => sql`instr(${reservations.searchKey}, ${word}) > 0`),
  );
}

/**
 * Filters by the stored columns, because SQLite does not answer from an index alone if a computed column is asked for.
 */
function hasStatus(status: ReservationStatus): SQL | undefined {
  return and(
    eq(reservations.storedStatus, knownStatus(status)),
    eq(reservations.statusUnknown, Number(status === "unknown")),
  );
}

/** Whether the one driver of that name can be called, or otherwise the number in the ride itself. */
function reachable(scope: UserScope): SQL<number> {
  return sql<number>`(SELECT CASE WHEN count(*) = 0 THEN ${reservations.driverPhoneE164} IS NOT NULL
      ELSE count(*) = 1 AND count(${drivers.phoneE164}) = 1 END FROM ${drivers}
    WHERE ${drivers.userId} = ${scope.userId} AND ${drivers.nameKey} = ${reservations.driverKey}
      AND ${drivers.importId} = ${currentList(scope, "drivers")})`;
}

function listed(scope: UserScope, db: Database) {
  return db
    .select({
      id: reservations.id,
      importId: reservations.importId,
      ...bookingColumns,
      editedAt: reservations.editedAt,
      editedBy: reservations.editedBy,
      editedByName: user.name,
      editedFields: reservations.editedFields,
      keepEdit: reservations.keepEdit,
      driverReachable: reachable(scope),
    })
    .from(reservations)
    .leftJoin(user, eq(user.id, reservations.editedBy))
    .$dynamic();
}
