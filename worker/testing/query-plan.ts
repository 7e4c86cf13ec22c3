import { env } from "cloudflare:test";
import { type Database, openDatabase } from "../db/database.ts";
import { watchedDatabase } from "./watched-database.ts";

/** Runs `work` and returns SQLite's query plan for each statement. */
export async function planOf(work: (db: Database) => Promise<unknown>): Promise<string> {
  const { d1, trips } = watchedDatabase(env.DB);
  await work(openDatabase(d1));
  const plans = trips.flat().map(async (statement) => {
    const values = Array.from({ length: statement.split("?").length - 1 }, () => "1");
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .bind(...values)
      .all<{ detail: string }>();
    return results.map(({ detail }) => detail).join("\n");
  });
  return (await Promise.all(plans)).join("\n");
}
