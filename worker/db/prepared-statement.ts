import { fillPlaceholders, type SQL } from "drizzle-orm";
import type { Database } from "./database.ts";

export type Values = Record<string, string | number | null>;

/** Our own SQL with placeholders, built once per database; then only its values are bound. */
export function preparedStatement(query: SQL): (db: Database, values: Values) => D1PreparedStatement {
  const known = new WeakMap<Database, { statement: D1PreparedStatement; params: unknown[] }>();
  return (db, values) => {
    const ready = known.get(db) ?? build(db);
    return ready.statement.bind(...fillPlaceholders(ready.params, values));
  };

  function build(db: Database) {
    const { sql, params } = db.run(query).getQuery();
    const made = { statement: db.$client.prepare(sql), params };
    known.set(db, made);
    return made;
  }
}
