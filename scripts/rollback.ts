import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runToEnd } from "./start/children.ts";
import { localSettings } from "./start/settings.ts";

const USAGE = `npm run db:rollback -- 0000_init [--env staging|production]
  takes one migration back with migrations/down/<name>.sql; locally without --env. It deletes what that migration holds:
  in production look at D1's Time Travel first.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { env: { type: "string" } } });
const [name] = positionals;
const back = `migrations/down/${name}.sql`;
if (!name || !existsSync(back)) {
  console.error(name ? `There is no ${back}.\n\n${USAGE}` : USAGE);
  process.exit(2);
}

const where = values.env
  ? ["--remote", "--env", values.env]
  : ["--local", "--persist-to", localSettings(process.env).stateDir];
const execute = (...args: string[]) =>
  runToEnd("wrangler", ["d1", "execute", "DB", ...where, "-c", "wrangler.toml", "--yes", ...args], process.env);

const forget = join(await mkdtemp(join(tmpdir(), "nightdesk-")), "forget.sql");
await writeFile(forget, `DELETE FROM d1_migrations WHERE name = '${name.replaceAll("'", "''")}.sql';\n`);
await execute("--file", back);
await execute("--file", forget);
console.log(`${name} is taken back. \`npm start\` or \`wrangler d1 migrations apply DB\` brings it in again.`);
