import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SUN_CITY_EXPRESS } from "../drizzle/seed/companies.ts";
import { askForCall } from "./ask-for-call.ts";
import { printedCall } from "./print-call.ts";
import { runToEnd, startBeside, stopAll, untilReady } from "./start/children.ts";
import { demonstration } from "./start/demonstration.ts";
import { localSecrets } from "./start/dev-vars.ts";
import { prepareLocalData } from "./start/local-data.ts";
import { prepareRetell } from "./start/retell.ts";
import { localSettings } from "./start/settings.ts";
import { devArguments } from "./start/wrangler-dev.ts";

// `npm start`: the whole product on this machine, and one call to see it work. Stays up until Ctrl-C.

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stopAll().then(() => process.exit(0)));
}

try {
  await start();
} catch (error) {
  console.error(`\nNightdesk did not start. ${error instanceof Error ? error.message : error}`);
  await stopAll();
  process.exit(1);
}

async function start(): Promise<void> {
  const { port, stateDir, workerUrl, emulatorPort, emulatorUrl } = localSettings(process.env);
  const secrets = localSecrets(".dev.vars");
  const apiKey = secrets.RETELL_API_KEY ?? "";
  const env = {
    ...process.env,
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false", // request.cf has no use here, and fetching it needs the internet
  };
  mkdirSync(stateDir, { recursive: true });

  console.log("Building the dashboard and preparing the local database…");
  await runToEnd("npm", ["run", "--silent", "build"], env);
  await prepareLocalData(stateDir, env, secrets.SEED_OPERATOR_PASSWORD ?? "");

  console.log("Starting the emulator and the Worker…");
  const emulatorLog = join(stateDir, "emulator.log");
  const emulatorEnv = { ...env, ...secrets, EMULATOR_PORT: String(emulatorPort), STATE_DIR: stateDir };
  const emulator = startBeside("node", ["emulator/main.ts"], emulatorEnv, emulatorLog);
  const workerLog = join(stateDir, "worker.log");
  const worker = startBeside("wrangler", devArguments({ port, stateDir, url: workerUrl, emulatorUrl }), env, workerLog);
  await untilReady(`${emulatorUrl}/mailbox.json`, emulator, emulatorLog);
  await untilReady(`${workerUrl}/healthz`, worker, workerLog);
  await prepareRetell(emulatorUrl, apiKey, workerUrl);

  const call = { to: SUN_CITY_EXPRESS.phoneNumber, ...demonstration(Date.now()) };
  const { report } = await askForCall(call, emulatorUrl, workerUrl);
  console.log(`\n${printedCall(report, call)}`);
  if (!report.ok) throw new Error(`The demonstration call failed. The Worker's output is in ${workerLog}.`);

  console.log(`
Nightdesk is up. Ctrl-C ends it.
  Dashboard   ${workerUrl}
  Sign in     ${SUN_CITY_EXPRESS.user.email} / ${secrets.SEED_OPERATOR_PASSWORD}
  Mailbox     ${emulatorUrl}/mailbox
  Logs        ${workerLog}
Another call: npm run call -- --to ${SUN_CITY_EXPRESS.phoneNumber} --say "…"`);
}
