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
 * A query that is built once for each database and then only given its values: what a ringing phone sends. To build it
 * and to read its rows the library's way takes longer than SQLite does. What differs between calls is a placeholder.
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
    return rows.map((row) => read(row) as Row); // the very row of prepared.all(), as the test beside this file sees to
  };
}

/** Turns values in the order of the columns into a row. A group whose columns are all null was not joined: it is null. */
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
