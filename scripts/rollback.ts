import { existsSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runToEnd } from "./start/children.ts";
import { localSettings } from "./start/settings.ts";

const USAGE = `npm run db:rollback [-- --env staging|production]
  takes the newest migration back with migrations/down/<name>.sql; locally without --env. What that migration holds is
  deleted: in production look at D1's Time Travel first.`;

const { values } = parseArgs({ options: { env: { type: "string" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const where = values.env
  ? ["--remote", "--env", values.env]
  : ["--local", "--persist-to", localSettings(process.env).stateDir];
const execute = (...args: string[]) =>
  runToEnd("wrangler", ["d1", "execute", "DB", ...where, "-c", "wrangler.toml", "--yes", ...args], process.env);

const newest = await execute("--json", "--command", "SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1");
const name = /"name":\s*"([\w.]+\.sql)"/.exec(newest)?.[1];
if (!name) throw new Error("No migration is applied, so there is nothing to undo.");
const back = `migrations/down/${name}`;
if (!existsSync(back)) throw new Error(`${name} has no way back: ${back} is missing.`);

// One file with the way back and the deletion of the migration's entry, so that they happen together.
const both = join(await mkdtemp(join(tmpdir(), "nightdesk-")), "back.sql");
await writeFile(both, `${await readFile(back, "utf8")}\nDELETE FROM d1_migrations WHERE name = '${name}';\n`);
await execute("--file", both);
console.log(`${name} was undone. \`npm start\` or \`wrangler d1 migrations apply DB\` applies it again.`);
