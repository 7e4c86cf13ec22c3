import { env, reset } from "cloudflare:test";

/** Empties D1, KV and R2. After a test with many writes, workerd's reset has been seen to leave the database as it was. */
export async function emptyEverything(): Promise<void> {
  do await reset();
  while (await env.DB.prepare("SELECT 1 FROM sqlite_master WHERE name = 'user'").first());
}

/** The database as it is now: what `putBack` needs to make it again in an empty one, which is quicker than migrating and seeding. */
export async function copyOfDatabase(): Promise<D1PreparedStatement[]> {
  const { results: parts } = await env.DB.prepare(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ type: string; name: string; sql: string }>();
  const tables = parts.filter(({ type }) => type === "table");
  const made = (what: string) => parts.filter(({ type }) => type === what).map(({ sql }) => env.DB.prepare(sql));
  const rows = await Promise.all(tables.map(({ name }) => rowsOf(name)));
  return [
    env.DB.prepare("PRAGMA defer_foreign_keys = ON"),
    ...made("table"),
    ...made("index"), // foreign keys need the unique ones
    ...rows.flat(),
    ...made("trigger"), // none may act on rows that are only put back
  ];
}

async function rowsOf(table: string): Promise<D1PreparedStatement[]> {
  const ofTable = env.DB.prepare("SELECT name FROM pragma_table_info(?)").bind(table); // leaves out what SQLite works out itself
  const names = (await ofTable.all<{ name: string }>()).results.map(({ name }) => `"${name}"`);
  const rows = await env.DB.prepare(`SELECT ${names.join(", ")} FROM "${table}"`).raw();
  const insert = `INSERT INTO "${table}" (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
  return rows.map((row) => env.DB.prepare(insert).bind(...row));
}

/** Makes the copied database in an empty one. */
export async function putBack(copy: D1PreparedStatement[]): Promise<void> {
  await env.DB.batch(copy);
}
