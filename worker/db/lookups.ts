import { and, count, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { currentImports, drivers, importMeta, lookupMisses, reservations, tenantConfig } from "../../drizzle/schema.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy, tenantOf } from "./owned-by.ts";

/** What a look-up searches by. All are optional; with none, no reservation is read. */
export type LookupKeys = { confirmationKeys: string[]; phoneE164: string | null };

const MOST_MATCHES = 25; // more than a caller can listen to; the nearest pick-ups come first anyway
const STILL_NEXT_MS = 6 * 3_600_000; // a ride that began this long ago is still the one a caller means

/**
 * One look-up in one round trip: the company, how often this caller missed since `missesSince`, and the matching
 * reservations of its current list, each with its driver's phone where exactly one driver has that name.
 * @param caller E.164 or `call:<id>`; null where nothing tells callers apart
 */
export async function lookUp(
  scope: TenantScope,
  db: Database,
  query: { keys: LookupKeys; caller: string | null; missesSince: number; now: number },
) {
  const [companies, matches] = await db.batch([
    companyQuery(scope, db, query.caller, query.missesSince),
    matchQuery(scope, db, query.keys, query.now),
  ]);
  const company = companies[0];
  return company ? { company, matches } : null;
}

export type Lookup = NonNullable<Awaited<ReturnType<typeof lookUp>>>;
export type Match = Lookup["matches"][number];

/** Counts a failed look-up of this caller. */
export async function recordMiss(scope: TenantScope, db: Database, caller: string, now: number): Promise<void> {
  await db.insert(lookupMisses).values({ id: crypto.randomUUID(), userId: tenantOf(scope), caller, missedAt: now });
}

function companyQuery(scope: TenantScope, db: Database, caller: string | null, since: number) {
  const misses = and(
    ownedBy(scope, lookupMisses.userId),
    eq(lookupMisses.caller, caller ?? ""),
    gt(lookupMisses.missedAt, since),
  );
  return db
    .select({
      userId: tenantConfig.userId,
      companyName: tenantConfig.companyName,
      timezone: tenantConfig.timezone,
      businessHoursStart: tenantConfig.businessHoursStart,
      businessHoursEnd: tenantConfig.businessHoursEnd,
      weeklyHours: tenantConfig.weeklyHours,
      hourExceptions: tenantConfig.hourExceptions,
      transferEnabled: tenantConfig.transferEnabled,
      verification: tenantConfig.verification,
      freshHours: tenantConfig.freshHours,
      importedAt: importMeta.importedAt,
      misses: sql<number>`(${db.select({ n: count() }).from(lookupMisses).where(misses)})`,
    })
    .from(tenantConfig)
    .leftJoin(
      currentImports,
      and(eq(currentImports.userId, tenantConfig.userId), eq(currentImports.kind, "reservations")),
    )
    .leftJoin(importMeta, and(eq(importMeta.userId, tenantConfig.userId), eq(importMeta.id, currentImports.importId)))
    .where(ownedBy(scope, tenantConfig.userId));
}

function matchQuery(scope: TenantScope, db: Database, keys: LookupKeys, now: number) {
  const past = sql`${reservations.pickupAt} IS NULL OR ${reservations.pickupAt} < ${now - STILL_NEXT_MS}`;
  return db
    .select({
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
      driver: driverOf(scope),
    })
    .from(reservations)
    .where(
      and(
        ownedBy(scope, reservations.userId),
        eq(reservations.importId, currentImport(scope, "reservations")),
        matching(keys),
      ),
    )
    .orderBy(past, sql`abs(${reservations.pickupAt} - ${now})`)
    .limit(MOST_MATCHES);
}

/** What was asked for; without anything to search by, nothing. */
function matching({ confirmationKeys, phoneE164 }: LookupKeys): SQL {
  const byNumber = confirmationKeys.length > 0 ? inArray(reservations.confirmationKey, confirmationKeys) : undefined;
  const byPhone = phoneE164 ? eq(reservations.phoneE164, phoneE164) : undefined;
  return or(byNumber, byPhone) ?? sql`0`;
}

function currentImport(scope: TenantScope, kind: "reservations" | "drivers"): SQL {
  return sql`(SELECT ${currentImports.importId} FROM ${currentImports} WHERE ${ownedBy(scope, currentImports.userId)} AND ${currentImports.kind} = ${kind})`;
}

/** `none`, `no_phone`, `ambiguous` (two drivers of one name: never guessed), or the one driver's E.164. */
function driverOf(scope: TenantScope): SQL<string> {
  return sql<string>`(SELECT CASE
      WHEN count(*) = 0 THEN 'none'
      WHEN count(*) > 1 THEN 'ambiguous'
      ELSE coalesce(min(${drivers.phoneE164}), 'no_phone') END
    FROM ${drivers}
    WHERE ${ownedBy(scope, drivers.userId)} AND ${drivers.importId} = ${currentImport(scope, "drivers")}
      AND ${drivers.nameKey} = ${reservations.driverKey})`;
}
