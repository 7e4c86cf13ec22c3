import type { Database } from "./database.ts";

/**
 * A statement that is built once for each database and then only given its values: what a ringing phone sends. Building
 * its text takes as long as half a round trip. Every value of a call is a placeholder; a constant is written into the text.
 */
export function preparedOnce<Prepared>(prepare: (db: Database) => Prepared): (db: Database) => Prepared {
  const known = new WeakMap<Database, Prepared>();
  return (db) => {
    const ready = known.get(db) ?? prepare(db);
    known.set(db, ready);
    return ready;
  };
}
