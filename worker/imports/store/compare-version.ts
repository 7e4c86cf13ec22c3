import { and, eq, type SQL, sql } from "drizzle-orm";
import { importMeta } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { DiffCounts, Kind, Mode } from "../version.ts";
import { anyDiffers, column, sameBooking, VERSIONS } from "./version-tables.ts";

type Compared = { id: string; kind: Kind; mode: Mode };

/** Compares a version with `base` and stores the counts. Rows that were carried over from the list do not count. */
export async function compareVersion(
  scope: UserScope,
  db: Database,
  { id, kind, mode }: Compared,
  base: string | null,
): Promise<DiffCounts> {
  const [counts] = await db.all<DiffCounts>(countChanges(scope, { id, kind, mode, base }));
  const diff = counts ?? { added: 0, changed: 0, removed: 0, unchanged: 0 };
  await db
    .update(importMeta)
    .set({ diff, baseImportId: base })
    .where(and(ownedBy(scope, importMeta.userId), eq(importMeta.id, id)));
  return diff;
}

function countChanges(scope: UserScope, { id, kind, mode, base }: Compared & { base: string | null }): SQL {
  const { table, key } = VERSIONS[kind];
  const same = sql`${column("fresh", key)} = ${column("base", key)} AND fresh.leg = base.leg`;
  const inFile = sql`fresh.user_id = ${scope.userId} AND fresh.import_id = ${id} AND fresh.carried = 0`;
  const inBase = sql`base.user_id = ${scope.userId} AND base.import_id = ${base}`;
  const stays =
    mode === "add" ? sql`EXISTS (SELECT 1 FROM ${table} fresh WHERE ${inFile} AND ${sameBooking(kind)})` : sql`true`;
  return sql`WITH pairs AS (SELECT count(*) AS n, coalesce(sum(${anyDiffers(kind)}), 0) AS changed FROM ${table} fresh
      JOIN ${table} base ON ${inBase} AND ${same} WHERE ${inFile}),
    file AS (SELECT count(*) AS n FROM ${table} fresh WHERE ${inFile}),
    list AS (SELECT count(*) AS n FROM ${table} base WHERE ${inBase}),
    gone AS (SELECT count(*) AS n FROM ${table} base WHERE ${inBase} AND ${stays}
      AND NOT EXISTS (SELECT 1 FROM ${table} fresh WHERE ${inFile} AND ${same}))
    SELECT file.n - pairs.n AS added, pairs.changed AS changed, gone.n AS removed,
      list.n - pairs.changed - gone.n AS unchanged FROM pairs, file, list, gone`;
}
