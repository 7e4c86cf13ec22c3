import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import Retell from "retell-sdk";
import { unstable_readConfig as readConfig } from "wrangler";
import { everyNumberAtRetell } from "../worker/retell/phone-numbers.ts";
import { accountTroubles } from "./deploy/check-account.ts";
import { configTroubles } from "./deploy/check-config.ts";
import { webhookTroubles } from "./deploy/check-retell.ts";
import { rollOut } from "./deploy/roll-out.ts";
import { answerOf } from "./start/children.ts";

const USAGE = `npm run deploy -- --env staging|production [--check]
  checks wrangler.toml, secrets, migrations, bindings and the webhooks at Retell (with RETELL_API_KEY), builds, and gives
  the new version 10, 50 and 100 % of the traffic while its /healthz is well; otherwise the version before takes over
  again. --check only checks.`;

const SETTLE_MS = 20_000; // until a new share has reached every location

const { values } = parseArgs({ options: { env: { type: "string" }, check: { type: "boolean" } } });
const { env } = values;
if (env !== "staging" && env !== "production") {
  console.error(USAGE);
  process.exit(2);
}
const config = readConfig({ config: "wrangler.toml", env });
const run = (words: string[]) => answerOf("wrangler", [...words, "--env", env, "-c", "wrangler.toml"], process.env);
const publicUrl = String(config.vars.PUBLIC_URL);

const troubles = configTroubles(config);
if (troubles.length === 0) troubles.push(...(await accountTroubles(config, run)), ...(await retellTroubles()));
for (const trouble of troubles) console.error(`- ${trouble}`);
if (troubles.length > 0) process.exit(1);
console.log("Everything is ready.");
if (values.check) process.exit(0);

await answerOf("npm", ["run", "build"], process.env);
const isWell = async (versionId: string) => {
  const headers = { "Cloudflare-Workers-Version-Overrides": `${config.name}="${versionId}"` };
  const response = await fetch(new URL("/healthz", publicUrl), { headers, signal: AbortSignal.timeout(10_000) }).catch(
    () => null,
  );
  return response?.ok === true;
};
const done = await rollOut({ run, isWell, wait: () => wait(SETTLE_MS), say: console.log });
process.exitCode = done ? 0 : 1;

async function retellTroubles(): Promise<string[]> {
  const { RETELL_API_KEY: apiKey } = process.env;
  if (!apiKey) return ["Set RETELL_API_KEY, so that the webhooks at Retell can be checked."];
  const client = new Retell({ apiKey, baseURL: String(config.vars.RETELL_API_URL) });
  return webhookTroubles(await everyNumberAtRetell(client), publicUrl);
}
