import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Sealed } from "./secrets/kids.ts";
import { localKeys } from "./secrets/local.ts";
import { remoteKeys } from "./secrets/remote.ts";
import { type Place, retire, rotate, status } from "./secrets/rotate.ts";
import { answerOf } from "./start/children.ts";
import { localSettings } from "./start/settings.ts";

const USAGE = `npm run secrets:rotate [-- --env staging|production] [status | --retire]
  makes a new key for trunk passwords, and waits until everything is sealed with it. Interrupted, it is run again.
  status     how many passwords are sealed with which key; changes nothing
  --retire   removes the keys that nothing is sealed with any more
Without --env it is for the copy that runs here by \`npm start\` (PORT, STATE_DIR).`;

const COUNT = `SELECT kid, count(*) AS count, count(unreadable_at) AS unreadable FROM sealed_secrets GROUP BY kid`;
const LOOK_AGAIN = "UPDATE sealed_secrets SET unreadable_at = NULL WHERE is_current = 1";

const { values, positionals } = parseArgs({
  options: { env: { type: "string" }, retire: { type: "boolean" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const unknown = positionals.some((word) => word !== "status") || positionals.length > 1;
if (values.help || unknown || (values.retire && positionals.length > 0)) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}
const place = values.env ? deployed(values.env) : here();
try {
  await (positionals.length > 0 ? status : values.retire ? retire : rotate)(place);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function deployed(environment: string): Place {
  const remote = ["--remote", "--env", environment];
  return {
    keys: remoteKeys(environment),
    sealed: () => sealed(remote),
    lookAgain: async () => void (await execute(remote, LOOK_AGAIN)),
    nudge: async () => undefined, // its cron continues by itself every five minutes
    pause: () => wait(10_000),
    patience: 90, // a quarter of an hour
    now: Date.now,
    print: console.log,
  };
}

function here(): Place {
  const { stateDir, workerUrl } = localSettings(process.env);
  const local = ["--local", "--persist-to", stateDir];
  return {
    keys: localKeys(".dev.vars", "wrangler.toml"),
    sealed: () => sealed(local),
    lookAgain: async () => void (await execute(local, LOOK_AGAIN)),
    nudge: async () => {
      const cron = await fetch(`${workerUrl}/cdn-cgi/handler/scheduled`).catch(() => null);
      if (!cron)
        throw new Error(`Nothing answers at ${workerUrl}. Start Nightdesk with \`npm start\`, then run this again.`);
    },
    pause: () => wait(2_000),
    patience: 30,
    now: Date.now,
    print: console.log,
  };
}

async function sealed(where: string[]): Promise<Sealed[]> {
  const [answer] = JSON.parse(await execute(where, COUNT)) as { results: Sealed[] }[]; // D1's format
  return answer?.results ?? [];
}

function execute(where: string[], command: string): Promise<string> {
  const words = ["d1", "execute", "DB", ...where, "-c", "wrangler.toml", "--json", "--command", command];
  return answerOf("wrangler", words, process.env);
}
