import { and, eq, exists, or, type SQL, sql } from "drizzle-orm";
import { currentImports, importMeta } from "../../../drizzle/schema.ts";
import { type AuditEntry, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { statement } from "../../db/statement.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind } from "../version.ts";
import { currentList } from "./current-list.ts";
import { columnsBut, fieldOf, sameBooking, VERSIONS } from "./version-tables.ts";

type Target = { id: string; kind: Kind };
type Act = {
  actor: string;
  at: number;
  /** Leaves a list in use that was sent after this one, also one that became current only this moment. */
  unlessOvertaken?: boolean;
};

/**
 * Makes a version the one that callers hear. One statement switches. In the same batch, the statements before it take
 * over what is to stay of the replaced list (rows, if the file is added to it; edits that the operator wants to keep),
 * and the one after it writes the audit row, if it switched. False if the version cannot become current, because its
 * rows are gone or still arriving, or because it was overtaken.
 */
export async function activateVersion(scope: UserScope, db: Database, target: Target, act: Act): Promise<boolean> {
  const results = await db.batch([
    statement(db, carryRows(scope, target)),
    statement(db, keepEdits(scope, target)),
    statement(db, noteTakeover(scope, target, act)),
    statement(db, switchTo(scope, target, act)),
    insertAuditIf(scope, db, auditEntry("import.activated", target, act), ready(scope, target, act)),
  ]);
  return results[3].meta.changes > 0;
}

/**
 * Goes back to the version before, or to no list if there was none. False if `target` is not the current one, or if the
 * rows of the version before are gone.
 */
export async function undoActivation(scope: UserScope, db: Database, target: Target, act: Act): Promise<boolean> {
  const before = sql`(SELECT m.previous_import_id FROM ${importMeta} m WHERE m.user_id = ${scope.userId} AND m.id = ${target.id})`;
  const isThere = sql`EXISTS (SELECT 1 FROM ${importMeta} p WHERE p.user_id = ${scope.userId} AND p.id = ${before}
    AND p.state = 'ready' AND p.pruned_at IS NULL)`;
  const mine = and(
    ownedBy(scope, currentImports.userId),
    eq(currentImports.kind, target.kind),
    eq(currentImports.importId, target.id),
  );
  const noneBefore = sql`${before} IS NULL`;
  const undoable = exists(
    db
      .select({ one: sql`1` })
      .from(currentImports)
      .where(and(mine, or(isThere, noneBefore))),
  );
  const [, back, none] = await db.batch([
    insertAuditIf(scope, db, auditEntry("import.undone", target, act), undoable),
    db
      .update(currentImports)
      .set({ importId: before, activatedAt: act.at, staleToldAt: null })
      .where(and(mine, isThere)),
    db.delete(currentImports).where(and(mine, noneBefore)),
  ]);
  return back.meta.changes + none.meta.changes > 0;
}

function auditEntry(action: AuditEntry["action"], { id, kind }: Target, { actor }: Act): AuditEntry {
  return { actor, action, subject: id, detail: { kind } };
}

/** Whether the version can become current: all its rows have arrived and are still kept, and it was not overtaken. */
function ready(scope: UserScope, { id, kind }: Target, { unlessOvertaken }: Act): SQL {
  const later = sql`SELECT 1 FROM ${importMeta} c WHERE c.user_id = ${scope.userId} AND c.id = ${currentList(scope, kind)}
    AND c.created_at > m.created_at`;
  return sql`EXISTS (SELECT 1 FROM ${importMeta} m WHERE m.user_id = ${scope.userId} AND m.id = ${id}
    AND m.kind = ${kind} AND m.state = 'ready' AND m.pruned_at IS NULL
    ${unlessOvertaken ? sql`AND NOT EXISTS (${later})` : sql``})`;
}

/**
 * Whether the version takes anything over: only if it is complete,
 * still has its rows, and becomes current for the first time.
 */
function firstTime(scope: UserScope, id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${importMeta} m WHERE m.user_id = ${scope.userId} AND m.id = ${id}
    AND m.state = 'ready' AND m.activated_at IS NULL)`;
}

/** For a file that is added to the list: carries over the list's rows under other numbers (or names). */
function carryRows(scope: UserScope, { id, kind }: Target): SQL {
  const { table } = VERSIONS[kind];
  const copied = columnsBut(kind, ["id", "import_id", "carried", "created_at", "updated_at"]);
  const names = sql.raw(copied.map((name) => `"${name}"`).join(", "));
  const values = sql.raw(copied.map((name) => `"base"."${name}"`).join(", "));
  return sql`INSERT INTO ${table} ("id", "import_id", "carried", ${names})
    SELECT ${id} || ':c' || row_number() OVER (), ${id}, 1, ${values} FROM ${table} base
    WHERE base.user_id = ${scope.userId} AND base.import_id = ${currentList(scope, kind)} AND ${firstTime(scope, id)}
      AND EXISTS (SELECT 1 FROM ${importMeta} a WHERE a.user_id = ${scope.userId} AND a.id = ${id} AND a.mode = 'add')
      AND NOT EXISTS (SELECT 1 FROM ${table} fresh WHERE fresh.user_id = ${scope.userId} AND fresh.import_id = ${id}
        AND ${sameBooking(kind)})`;
}

/** Columns that an operator changed by hand and wants to keep override the file's. */
function keepEdits(scope: UserScope, { id, kind }: Target): SQL {
  const { table, kept } = VERSIONS.reservations;
  if (kind === "drivers") return sql`SELECT 1`;
  const edited = kept.map((name) =>
    sql.raw(
      `"${name}" = CASE WHEN instr("base"."edited_fields", '"${fieldOf(name)}"') > 0 THEN "base"."${name}" ELSE "reservations"."${name}" END`,
    ),
  );
  return sql`UPDATE ${table} SET ${sql.join(edited, sql`, `)}, "edited_at" = "base"."edited_at", "edited_by" = "base"."edited_by",
      "edited_fields" = "base"."edited_fields", "keep_edit" = 1
    FROM ${table} base
    WHERE base.user_id = ${scope.userId} AND base.import_id = ${currentList(scope, kind)} AND base.keep_edit = 1
      AND "reservations"."user_id" = ${scope.userId} AND "reservations"."import_id" = ${id} AND "reservations"."carried" = 0
      AND "reservations"."confirmation_number" = base.confirmation_number AND "reservations"."leg" = base.leg
      AND ${firstTime(scope, id)}`;
}

/** Records what an undo goes back to. A version that is already current keeps its own. */
function noteTakeover(scope: UserScope, { id, kind }: Target, act: Act): SQL {
  return sql`UPDATE ${importMeta} SET previous_import_id = ${currentList(scope, kind)}, activated_at = ${act.at}
    WHERE user_id = ${scope.userId} AND id = ${id} AND ${ready(scope, { id, kind }, act)}
      AND ${currentList(scope, kind)} IS NOT ${id}`;
}

/** The one statement that makes callers hear this version. */
function switchTo(scope: UserScope, { id, kind }: Target, act: Act): SQL {
  return sql`INSERT INTO ${currentImports} (user_id, kind, import_id, activated_at)
    SELECT m.user_id, m.kind, m.id, ${act.at} FROM ${importMeta} m
    WHERE m.user_id = ${scope.userId} AND m.id = ${id} AND ${ready(scope, { id, kind }, act)}
    ON CONFLICT (user_id, kind) DO UPDATE
      SET import_id = excluded.import_id, activated_at = excluded.activated_at, stale_told_at = NULL`;
}
