import { and, eq, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import type { StoredNumber } from "./phone-numbers.ts";
import { promoteOldest } from "./primary-number.ts";

// What the job writes while it works on a number. Every statement checks the job's lease. Statements that depend on the
// operator's settings also check the revision from when the job began, so after a change they write nothing.

export type Lease = { token: string; now: number; until: number };
export type Held = Pick<StoredNumber, "id" | "lease" | "revision">;

/** Claims a number that is due and that no other job holds. Null if there is nothing to do for this job. */
export async function leaseNumber(scope: UserScope, db: Database, id: string, { token, now, until }: Lease) {
  const due = and(lte(tenantPhoneNumbers.nextAttemptAt, now), notBought());
  const free = or(isNull(tenantPhoneNumbers.lease), lt(tenantPhoneNumbers.leaseUntil, now));
  const [number] = await db
    .update(tenantPhoneNumbers)
    .set({ lease: token, leaseUntil: until, attempts: sql`${tenantPhoneNumbers.attempts} + 1` })
    .where(and(mine(scope, id), due, free))
    .returning();
  return number ?? null;
}

/** Called before an import is sent. False if the number was changed or is gone; then nothing may be sent. */
export async function noteImportSent(scope: UserScope, db: Database, held: Held, now: number): Promise<boolean> {
  return written(db, { importSentAt: now, importAnsweredAt: null }, unchanged(scope, held));
}

/** Called before anything is changed at Retell. False if the number was changed in the meantime; then nothing may be sent. */
export async function stillWanted(scope: UserScope, db: Database, held: Held, until: number): Promise<boolean> {
  return written(db, { leaseUntil: until }, unchanged(scope, held));
}

/** Retell answered the import. `nothingCame`: it refused, and no earlier import can have arrived. */
export async function noteImportAnswered(
  scope: UserScope,
  db: Database,
  held: Held,
  { at, nothingCame }: { at: number; nothingCame: boolean },
): Promise<void> {
  const answer = nothingCame ? { importSentAt: null, importAnsweredAt: null } : { importAnsweredAt: at };
  await written(db, answer, holding(scope, held));
}

/** Retell has our number although we have no record of an import. From now on it is removed there with its row. */
export async function noteAdopted(scope: UserScope, db: Database, held: Held, at: number): Promise<boolean> {
  return written(db, { importSentAt: at, importAnsweredAt: at }, unchanged(scope, held));
}

type Settled = Pick<StoredNumber, "status" | "statusDetail" | "errorCode"> & Partial<StoredNumber>;

/** Ends a job's work. False if the operator changed the number in the meantime; then the job continues. */
export async function settleNumber(scope: UserScope, db: Database, held: Held, settled: Settled): Promise<boolean> {
  const free = { lease: null, leaseUntil: null, nextAttemptAt: null, attempts: 0 };
  return written(db, { ...free, ...settled }, unchanged(scope, held));
}

/** Ends the lease; the number is due again at `until`. */
export async function postponeNumber(
  scope: UserScope,
  db: Database,
  held: Held,
  { until, detail }: { until: number; detail: string | null },
): Promise<boolean> {
  const later = { lease: null, leaseUntil: null, nextAttemptAt: until, statusDetail: detail };
  return written(db, later, unchanged(scope, held));
}

/** Ends the lease of a number that was changed while a job held it; the number is due right away. */
export async function releaseNumber(scope: UserScope, db: Database, held: Held, now: number): Promise<void> {
  const next = sql<number>`CASE WHEN ${tenantPhoneNumbers.nextAttemptAt} IS NULL THEN NULL ELSE ${now} END`;
  await written(db, { lease: null, leaseUntil: null, nextAttemptAt: next }, holding(scope, held));
}

/** Deletes a number that Retell has released, with an audit row. The oldest remaining number becomes the primary one. */
export async function dropNumber(scope: UserScope, db: Database, held: Held, actor: string): Promise<boolean> {
  const gone = and(unchanged(scope, held), eq(tenantPhoneNumbers.status, "disconnecting"));
  const there = sql`EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${gone})`;
  const [, dropped] = await db.batch([
    insertAuditIf(scope, db, { actor, action: "phone_number.removed", subject: held.id }, there),
    db.delete(tenantPhoneNumbers).where(gone).returning({ id: tenantPhoneNumbers.id }),
    promoteOldest(scope, db),
  ]);
  return dropped.length > 0;
}

function mine(scope: UserScope, id: string) {
  return and(ownedBy(scope, tenantPhoneNumbers.userId), eq(tenantPhoneNumbers.id, id));
}

function holding(scope: UserScope, { id, lease }: Held) {
  return and(mine(scope, id), eq(tenantPhoneNumbers.lease, lease ?? ""));
}

function unchanged(scope: UserScope, held: Held) {
  return and(holding(scope, held), eq(tenantPhoneNumbers.revision, held.revision));
}

type Columns = { [Name in keyof StoredNumber]?: StoredNumber[Name] | SQL };

async function written(db: Database, columns: Columns, where: SQL | undefined): Promise<boolean> {
  const rows = await db.update(tenantPhoneNumbers).set(columns).where(where).returning({ id: tenantPhoneNumbers.id });
  return rows.length > 0;
}
