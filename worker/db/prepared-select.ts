import { Column, is, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "./database.ts";

/** Columns and expressions in groups, as `db.select` takes them. */
type Groups = Record<string, Record<string, SQLiteColumn | SQL>>;
type Values = Record<string, string | number | null>;
type Select<Row> = {
  prepare: () => { values: (values: Values) => Promise<unknown[][]>; all: (values: Values) => Promise<Row[]> };
};

/**
 * A query that is built once per database and then only given its values, for the ringing phone. Building it and reading
 * its rows with the library takes longer than SQLite does. Values that differ between calls are placeholders.
 */
export function preparedSelect<Selected extends Groups, Row>(
  groups: Selected,
  build: (db: Database, groups: Selected) => Select<Row>,
): (db: Database, values: Values) => Promise<Row[]> {
  const known = new WeakMap<Database, ReturnType<Select<Row>["prepare"]>>();
  const read = reader(groups);
  return async (db, values) => {
    const prepared = known.get(db) ?? build(db, groups).prepare();
    known.set(db, prepared);
    const rows = await prepared.values(values);
    return rows.map((row) => read(row) as Row); // the same row as prepared.all() returns; the test beside this file checks that
  };
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
