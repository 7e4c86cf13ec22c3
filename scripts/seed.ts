import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drizzle } from "drizzle-orm/d1";
import { SUN_CITY_EXPRESS } from "../drizzle/seed/companies.ts";
import { companyRows } from "../drizzle/seed/seed.ts";
import { sqlText } from "./seed/sql-text.ts";
import { runToEnd } from "./start/children.ts";

const USAGE = `npm run db:seed -- --env staging|production --email operator@company.example
  puts Sun City Express's account, settings and number into that database (plan 1.2); what is there stays as it is.
  Its operator then chooses a password with "Forgot password?". Locally \`npm start\` does this and more.`;

const { values } = parseArgs({ options: { env: { type: "string" }, email: { type: "string" } } });
if (!values.env || !values.email?.includes("@")) {
  console.error(USAGE);
  process.exit(2);
}

const company = {
  ...SUN_CITY_EXPRESS,
  user: { ...SUN_CITY_EXPRESS.user, email: values.email },
  config: { ...SUN_CITY_EXPRESS.config, operatorEmail: values.email },
};
const builder = drizzle({} as D1Database); // only builds statements, never sends one
const statements = companyRows(builder, company, Date.now()).map((row) => `${sqlText(row.toSQL())};`);
const file = join(await mkdtemp(join(tmpdir(), "nightdesk-")), "seed.sql");
await writeFile(file, statements.join("\n"));
const execute = [
  "d1",
  "execute",
  "DB",
  "--remote",
  "--env",
  values.env,
  "-c",
  "wrangler.toml",
  "--yes",
  "--file",
  file,
];
await runToEnd("wrangler", execute, process.env);
console.log(`${company.config.companyName} is in ${values.env}. Its operator signs in as ${values.email}.`);
