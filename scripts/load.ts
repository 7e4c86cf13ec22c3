import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadOldProject, OLD_TABLES, type OldFiles } from "./load/load.ts";
import { runToEnd } from "./start/children.ts";
import { localSettings } from "./start/settings.ts";

const USAGE = `npm run db:load -- <folder> [--env staging|production] [--look]
  takes over the old project's tables: auth.users.csv, tenant_config.csv, import_meta.csv, reservations.csv and
  drivers.csv, as Supabase exports them. Ids are kept, and what is there stays as it is, so a second run changes nothing.
  Lists what cannot be read. --look only lists.`;

const { values, positionals } = parseArgs({
  options: { env: { type: "string" }, look: { type: "boolean" } },
  allowPositionals: true,
});
const [folder] = positionals;
if (!folder || !existsSync(join(folder, "auth.users.csv"))) {
  console.error(USAGE);
  process.exit(2);
}

const files: OldFiles = {};
for (const name of OLD_TABLES) {
  const path = join(folder, `${name}.csv`);
  if (existsSync(path)) files[name] = await readFile(path);
  else console.log(`${name}.csv is not there and is left out.`);
}
const { statements, counts, unread } = loadOldProject(files, Date.now());
for (const { file, line, reason } of unread) console.log(`${file}.csv line ${line}: ${reason}`);
console.log(
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", "),
);
if (values.look) process.exit(0);

const where = values.env
  ? ["--remote", "--env", values.env]
  : ["--local", "--persist-to", localSettings(process.env).stateDir];
const place = await mkdtemp(join(tmpdir(), "nightdesk-"));
try {
  const file = join(place, "load.sql");
  await writeFile(file, statements.join("\n"), { mode: 0o600 });
  const words = ["d1", "execute", "DB", ...where, "-c", "wrangler.toml", "--yes", "--file", file];
  await runToEnd("wrangler", words, process.env);
} finally {
  await rm(place, { recursive: true }); // it names passengers
}
console.log('Everything that was read is in the database. Operators choose a password with "Forgot password?".');
