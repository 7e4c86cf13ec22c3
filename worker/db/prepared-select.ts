import { Column, fillPlaceholders, is, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "./database.ts";
import type { Values } from "./prepared-statement.ts";

/** Columns and expressions in groups, as `db.select` takes them. */
type Groups = Record<string, Record<string, SQLiteColumn | SQL>>;
type Prepared<Row> = {
  getQuery: () => { sql: string; params: unknown[] };
  values: (values: Values) => Promise<unknown[][]>;
  all: (values: Values) => Promise<Row[]>;
};
type Select<Row> = { prepare: () => Prepared<Row> };

export type PreparedSelect<Row> = ((db: Database, values: Values) => Promise<Row[]>) & {
  /** The same in one round trip and one transaction with a statement that goes before it, whose rows come first. */
  after: (first: D1PreparedStatement, db: Database, values: Values) => Promise<[first: unknown[], rows: Row[]]>;
};

/**
 * A query that is built once per database and then only given its values, for the ringing phone. Building it and reading
 * its rows with the library takes longer than SQLite does. Values that differ between calls are placeholders.
 */
export function preparedSelect<Selected extends Groups, Row>(
  groups: Selected,
  build: (db: Database, groups: Selected) => Select<Row>,
): PreparedSelect<Row> {
  const known = new WeakMap<Database, Prepared<Row>>();
  const batched = new WeakMap<Prepared<Row>, D1PreparedStatement>();
  const read = reader(groups);
  const rowOf = (row: unknown[]) => read(row) as Row; // the same row as prepared.all() returns; the test beside this file checks that
  const named = withOwnNames(groups);

  function preparedFor(db: Database): Prepared<Row> {
    const prepared = known.get(db) ?? build(db, named).prepare();
    known.set(db, prepared);
    return prepared;
  }

  async function after(first: D1PreparedStatement, db: Database, values: Values): Promise<[unknown[], Row[]]> {
    const prepared = preparedFor(db);
    const { sql: text, params } = prepared.getQuery();
    const statement = batched.get(prepared) ?? db.$client.prepare(text);
    batched.set(prepared, statement);
    const bound = statement.bind(...fillPlaceholders(params, values));
    const [before, rows] = await db.$client.batch<Record<string, unknown>>([first, bound]);
    return [before?.results ?? [], (rows?.results ?? []).map((row) => rowOf(Object.values(row)))];
  }

  return Object.assign(async (db: Database, values: Values) => (await preparedFor(db).values(values)).map(rowOf), {
    after,
  });
}

/** In a batch D1 returns rows as objects, in which two columns of one name would be one. */
function withOwnNames<Selected extends Groups>(groups: Selected): Selected {
  let at = 0;
  const named = Object.entries(groups).map(([group, fields]) => [
    group,
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sql`${field}`.as(`c${at++}`)])),
  ]);
  return Object.fromEntries(named) as Selected; // the same groups and names; what is read is the same
}

/** Turns values in column order into a row. If all columns of a group are null, it was not joined and becomes null. */
function reader(groups: Groups): (values: unknown[]) => object {
  const parts = Object.entries(groups).map(([group, fields]) => {
    const columns = Object.entries(fields).map(([name, field]) => ({ name, column: is(field, Column) ? field : null }));
    return { group, columns, computed: columns.every(({ column }) => column === null) };
  });
  return (values) => {
    const row: Record<string, unknown> = {};
    let at = 0;
    for (const { group, columns, computed } of parts) {
      const part: Record<string, unknown> = {};
      let joined = computed;
      for (const { name, column } of columns) {
        const value = values[at++];
        if (column === null || value === null) part[name] = value;
        else {
          part[name] = column.mapFromDriverValue(value);
          joined = true;
        }
      }
      row[group] = joined ? part : null;
    }
    return row;
  };
}
