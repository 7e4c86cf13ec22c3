import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import type { PickupKind } from "../../reservations/pickup-kind.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind, Mode } from "../version.ts";
import { anyDiffers, column, differs, fieldOf, sameBooking, VERSIONS } from "./version-tables.ts";

/** Where a page ended: the number or name, and which of several rides under it. */
export type ChangePlace = [key: string, leg: number];

type ChangeType = "added" | "changed" | "removed";

type Compared = { id: string; kind: Kind; mode: Mode; baseImportId: string | null };
type Row = Record<string, unknown> & {
  key: string;
  leg: number;
  label: string;
  customer_name?: string | null;
  pickup_at?: number | null;
  pickup_kind?: PickupKind;
};
type Wanted = { type: ChangeType; after: ChangePlace | null; limit: number };

/** What a version adds, changes field by field, or leaves out, compared with its base list; by number or name. */
export async function changesOf(scope: UserScope, db: Database, version: Compared, wanted: Wanted) {
  const { compared } = VERSIONS[version.kind];
  const rows = await db.all<Row>(changesQuery(scope, version, wanted));
  return rows.map((row) => {
    const changed = compared.filter((field) => row[`is_${field}`] === 1);
    const changes = changed.map((field) => ({
      field: fieldOf(field),
      from: row[`from_${field}`],
      to: row[`to_${field}`],
    }));
    const name =
      version.kind === "reservations"
        ? {
            confirmation_number: row.label,
            customer_name: row.customer_name ?? null,
            pickup_at: row.pickup_at ?? null,
            pickup_kind: row.pickup_kind ?? null,
          }
        : { name: row.label };
    return { ...name, type: wanted.type, changes, place: [row.key, row.leg] satisfies ChangePlace };
  });
}

function changesQuery(
  scope: UserScope,
  { id, kind, mode, baseImportId }: Compared,
  { type, after: place, limit }: Wanted,
): SQL {
  const { table, key, label, compared } = VERSIONS[kind];
  const mine = (alias: "fresh" | "base") => sql`${column(alias, "user_id")} = ${scope.userId}`;
  const inFile = sql`${mine("fresh")} AND fresh.import_id = ${id} AND fresh.carried = 0`;
  const inBase = sql`${mine("base")} AND base.import_id = ${baseImportId}`;
  const same = sql`${column("fresh", key)} = ${column("base", key)} AND fresh.leg = base.leg`;
  const page = (alias: "fresh" | "base") =>
    sql`${after(alias, key, place)} ORDER BY ${column(alias, key)}, ${column(alias, "leg")} LIMIT ${limit}`;
  const named = (alias: "fresh" | "base") =>
    sql`${column(alias, key)} AS "key", ${column(alias, "leg")} AS leg, ${column(alias, label)} AS label${
      kind === "reservations"
        ? sql`, ${column(alias, "customer_name")} AS customer_name, ${column(alias, "pickup_at")} AS pickup_at, ${column(alias, "pickup_kind")} AS pickup_kind`
        : sql``
    }`;

  if (type === "added") {
    const filled = compared.map(
      (field) => sql`, ${column("fresh", field)} AS ${sql.raw(`to_${field}, NULL AS from_${field}`)},
      ${column("fresh", field)} IS NOT NULL AS ${sql.raw(`is_${field}`)}`,
    );
    return sql`SELECT ${named("fresh")} ${sql.join(filled)} FROM ${table} fresh WHERE ${inFile}
      AND NOT EXISTS (SELECT 1 FROM ${table} base WHERE ${inBase} AND ${same}) ${page("fresh")}`;
  }
  if (type === "removed") {
    const stays =
      mode === "add" ? sql`AND EXISTS (SELECT 1 FROM ${table} fresh WHERE ${inFile} AND ${sameBooking(kind)})` : sql``;
    return sql`SELECT ${named("base")} FROM ${table} base WHERE ${inBase} ${stays}
      AND NOT EXISTS (SELECT 1 FROM ${table} fresh WHERE ${inFile} AND ${same}) ${page("base")}`;
  }
  const fields = compared.map(
    (field) => sql`, ${column("base", field)} AS ${sql.raw(`from_${field}`)},
    ${column("fresh", field)} AS ${sql.raw(`to_${field}`)}, ${differs(kind, field)} AS ${sql.raw(`is_${field}`)}`,
  );
  return sql`SELECT ${named("fresh")} ${sql.join(fields)} FROM ${table} fresh JOIN ${table} base ON ${inBase} AND ${same}
    WHERE ${inFile} AND ${anyDiffers(kind)} ${page("fresh")}`;
}

function after(alias: "fresh" | "base", key: string, place: ChangePlace | null): SQL {
  if (!place) return sql``;
  return sql`AND (${column(alias, key)}, ${column(alias, "leg")}) > (${place[0]}, ${place[1]})`;
}
