import { and, count, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { currentImports, drivers, importMeta, lookupMisses, reservations, tenantConfig } from "../../drizzle/schema.ts";
import { GRACE_MS } from "../reservations/ride-phase.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy, tenantOf } from "./owned-by.ts";

/** What a look-up searches by. All are optional; with none, no reservation is read. */
export type LookupKeys = { confirmationKeys: string[]; phoneE164: string | null };

type Query = { keys: LookupKeys; caller: string | null; missesSince: number; now: number };

const MOST_MATCHES = 100; // a hotel's desk phone stands on many bookings, and the last name picks one of them

/**
 * One look-up in one statement: the company, how often this caller missed since `missesSince`, and the matching
 * reservations of its current list, each with its driver's phone where exactly one driver has that name. Null when
 * nobody has the dialled number.
 * @param query.caller E.164, or `call:<id>` where the number is withheld; null where nothing tells callers apart
 */
export async function lookUp(scope: TenantScope, db: Database, query: Query) {
  const rows = await lookupQuery(scope, db, query);
  const [first] = rows;
  if (!first) return null;
  return { company: first.company, matches: rows.flatMap(({ match }) => (match ? [match] : [])) };
}

export type Lookup = NonNullable<Awaited<ReturnType<typeof lookUp>>>;
export type Match = Lookup["matches"][number];

/** Counts a failed look-up of this caller. */
export async function recordMiss(scope: TenantScope, db: Database, caller: string, now: number): Promise<void> {
  await db.insert(lookupMisses).values({ id: crypto.randomUUID(), userId: tenantOf(scope), caller, missedAt: now });
}

/** The company always, beside each match; a company without a match is one row without one. */
function lookupQuery(scope: TenantScope, db: Database, { keys, caller, missesSince, now }: Query) {
  const numberFirst =
    keys.confirmationKeys.length > 0 ? [desc(inArray(reservations.confirmationKey, keys.confirmationKeys))] : [];
  const past = sql`${reservations.pickupAt} IS NULL OR ${reservations.pickupAt} < ${now - GRACE_MS}`;
  return db
    .select({
      company: {
        ...companyColumns,
        misses: missesOf(db, caller, missesSince),
        withheldMisses: withheldMisses(db, missesSince),
      },
      match: matchColumns,
    })
    .from(tenantConfig)
    .leftJoin(
      currentImports,
      and(eq(currentImports.userId, tenantConfig.userId), eq(currentImports.kind, "reservations")),
    )
    .leftJoin(importMeta, and(eq(importMeta.userId, tenantConfig.userId), eq(importMeta.id, currentImports.importId)))
    .leftJoin(reservations, and(eq(reservations.userId, tenantConfig.userId), inCurrentList, matching(keys)))
    .where(ownedBy(scope, tenantConfig.userId))
    .orderBy(...numberFirst, past, sql`abs(${reservations.pickupAt} - ${now})`)
    .limit(MOST_MATCHES);
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

/** `none`, `no_phone`, `ambiguous` (two drivers of one name: never guessed), or the one driver's E.164. */
const driver = sql<string>`(SELECT CASE
    WHEN count(*) = 0 THEN 'none'
    WHEN count(*) > 1 THEN 'ambiguous'
    ELSE coalesce(min(${drivers.phoneE164}), 'no_phone') END
  FROM ${drivers}
  WHERE ${drivers.userId} = ${tenantConfig.userId} AND ${drivers.nameKey} = ${reservations.driverKey}
    AND ${drivers.importId} = (SELECT list.import_id FROM ${currentImports} list
      WHERE list.user_id = ${tenantConfig.userId} AND list.kind = 'drivers'))`;

const matchColumns = {
  confirmationNumber: reservations.confirmationNumber,
  confirmationKey: reservations.confirmationKey,
  customerName: reservations.customerName,
  phoneE164: reservations.phoneE164,
  pickupAt: reservations.pickupAt,
  dropoffAt: reservations.dropoffAt,
  flightAt: reservations.flightAt,
  pickupAddress: reservations.pickupAddress,
  dropoffLocation: reservations.dropoffLocation,
  terminal: reservations.terminal,
  direction: reservations.direction,
  flightInfo: reservations.flightInfo,
  specialInstructions: reservations.specialInstructions,
  vehicleAssigned: reservations.vehicleAssigned,
  driverAssigned: reservations.driverAssigned,
  numPassengers: reservations.numPassengers,
  status: reservations.status,
  statusText: reservations.statusText,
  driver,
};

// The plus keeps SQLite from walking the whole list by its import: a number or a phone finds a handful of rows.
const inCurrentList = sql`+${reservations.importId} = ${currentImports.importId}`;

/** What was asked for; without anything to search by, nothing. */
function matching({ confirmationKeys, phoneE164 }: LookupKeys): SQL {
  const byNumber = confirmationKeys.length > 0 ? inArray(reservations.confirmationKey, confirmationKeys) : undefined;
  const byPhone = phoneE164 ? eq(reservations.phoneE164, phoneE164) : undefined;
  return or(byNumber, byPhone) ?? sql`0`;
}

function missesOf(db: Database, caller: string | null, since: number): SQL<number> {
  const counted = and(
    eq(lookupMisses.userId, tenantConfig.userId),
    eq(lookupMisses.caller, caller ?? ""),
    gt(lookupMisses.missedAt, since),
  );
  return sql<number>`(${db.select({ n: count() }).from(lookupMisses).where(counted)})`;
}

/** Of all callers who withhold their number, in all their calls: hanging up does not start the count anew. */
function withheldMisses(db: Database, since: number): SQL<number> {
  const counted = and(
    eq(lookupMisses.userId, tenantConfig.userId),
    gte(lookupMisses.caller, "call:"),
    lt(lookupMisses.caller, "call;"), // the character after the colon: everything that begins with "call:"
    gt(lookupMisses.missedAt, since),
  );
  return sql<number>`(${db.select({ n: count() }).from(lookupMisses).where(counted)})`;
}
