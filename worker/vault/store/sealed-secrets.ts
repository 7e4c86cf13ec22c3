import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { sealedSecrets } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { SecretRecord } from "../record.ts";

const PLACES_AT_ONCE = 50; // D1 allows a hundred bound values per statement

/** Where a record's secret is, which key seals it, and since when (epoch milliseconds); null if it has none. */
export async function currentSecret(scope: UserScope, db: Database, record: SecretRecord) {
  const [current] = await db
    .select({ place: sealedSecrets.place, kid: sealedSecrets.kid, sealedAt: sealedSecrets.sealedAt })
    .from(sealedSecrets)
    .where(and(ofRecord(scope, record), isCurrent()));
  return current ?? null;
}

/** Records a place before anything is written to it. */
export async function noteSealing(
  scope: UserScope,
  db: Database,
  { kind, id }: SecretRecord,
  sealing: { place: string; kid: string; sealedAt: number },
): Promise<void> {
  await db.insert(sealedSecrets).values({ ...sealing, userId: scope.userId, kind, recordId: id });
}

/**
 * Makes `place` current unless it was deleted in the meantime, and, with `instead`, only if that place is still current.
 * This is the compare-and-set that KV lacks: D1 runs batches one at a time. Returns the places that are now obsolete.
 */
export async function makeCurrent(
  scope: UserScope,
  db: Database,
  record: SecretRecord,
  { place, instead }: { place: string; instead: string | null },
): Promise<{ made: boolean; superseded: string[] }> {
  const others = and(ofRecord(scope, record), isCurrent(), ne(sealedSecrets.place, place));
  const [superseded, made] = await db.batch([
    db
      .update(sealedSecrets)
      .set({ isCurrent: false })
      .where(and(others, known(scope, place), instead === null ? undefined : eq(sealedSecrets.place, instead)))
      .returning({ place: sealedSecrets.place }),
    db
      .update(sealedSecrets)
      .set({ isCurrent: true })
      .where(
        and(
          ofRecord(scope, record),
          eq(sealedSecrets.place, place),
          sql`NOT EXISTS (SELECT 1 FROM ${sealedSecrets} WHERE ${others})`,
          instead === null ? undefined : known(scope, instead),
        ),
      )
      .returning({ place: sealedSecrets.place }),
  ]);
  return { made: made.length > 0, superseded: superseded.map((row) => row.place) };
}

/** From now on the record has no secret. Returns all its places so that they can be removed. */
export async function supersedeAll(scope: UserScope, db: Database, record: SecretRecord): Promise<string[]> {
  const rows = await db
    .update(sealedSecrets)
    .set({ isCurrent: false })
    .where(ofRecord(scope, record))
    .returning({ place: sealedSecrets.place });
  return rows.map(({ place }) => place);
}

/** Deletes the rows of places that are not current. */
export async function forgetPlaces(scope: UserScope, db: Database, places: string[]): Promise<void> {
  for (let from = 0; from < places.length; from += PLACES_AT_ONCE) {
    const some = inArray(sealedSecrets.place, places.slice(from, from + PLACES_AT_ONCE));
    await db
      .delete(sealedSecrets)
      .where(and(ownedBy(scope, sealedSecrets.userId), some, eq(sealedSecrets.isCurrent, false)));
  }
}

/** Records that a secret could not be opened, so that it does not hold up the others. */
export async function markUnreadable(scope: UserScope, db: Database, record: SecretRecord, at: number): Promise<void> {
  await db
    .update(sealedSecrets)
    .set({ unreadableAt: at })
    .where(and(ofRecord(scope, record), isCurrent()));
}

/** Written as literal SQL because SQLite uses a partial index only when the query repeats its exact condition. */
function isCurrent(): SQL {
  return sql`${sealedSecrets.isCurrent} = 1`;
}

function known(scope: UserScope, place: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${sealedSecrets} WHERE ${ownedBy(scope, sealedSecrets.userId)} AND ${eq(sealedSecrets.place, place)})`;
}

function ofRecord(scope: UserScope, { kind, id }: SecretRecord) {
  return and(ownedBy(scope, sealedSecrets.userId), eq(sealedSecrets.kind, kind), eq(sealedSecrets.recordId, id));
}
