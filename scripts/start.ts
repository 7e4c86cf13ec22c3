import { join } from "node:path";
import { SUN_CITY_EXPRESS } from "../drizzle/seed/companies.ts";
import { askForCall } from "./ask-for-call.ts";
import { printedCall } from "./print-call.ts";
import { startBeside } from "./start/beside.ts";
import { checkSecrets } from "./start/check-secrets.ts";
import { runToEnd } from "./start/children.ts";
import { demonstration } from "./start/demonstration.ts";
import { keepSecrets, readSecrets } from "./start/dev-vars.ts";
import { checkRoom, claimFolder } from "./start/folder.ts";
import { exitCodeOf, type Signal, untilTold } from "./start/interruption.ts";
import { prepareLocalData } from "./start/local-data.ts";
import { checkPorts } from "./start/ports.ts";
import { killAll, spawnInGroup, stopAll } from "./start/process-groups.ts";
import { prepareRetell } from "./start/retell.ts";
import { localSettings } from "./start/settings.ts";
import { checkStoredData } from "./start/stored-data.ts";
import { inWords } from "./start/trouble.ts";
import { devArguments } from "./start/wrangler-dev.ts";

// `npm start`: runs the whole product on this machine and places one call to show that it works. Runs until Ctrl-C.

let isUp = false;
let exitCode = 1;
const told = untilTold(sayGoodbye, endAtOnce);
try {
  await Promise.race([told, nightdesk()]);
} catch (error) {
  console.error(`\nNightdesk ${isUp ? "ends" : "did not start"}. ${inWords(error)}`);
}
await stopAll();
process.exit(exitCode);

function sayGoodbye(signal: Signal): void {
  exitCode = isUp ? 0 : exitCodeOf(signal);
  console.log(isUp ? "\nNightdesk ends." : "\nInterrupted. Nothing is lost: run `npm start` again.");
}

function endAtOnce(signal: Signal): void {
  killAll();
  process.exit(exitCodeOf(signal));
}

/** Starts everything and watches it. It only ends when something goes wrong. */
async function nightdesk(): Promise<never> {
  const settings = localSettings(process.env);
  const { port, stateDir, workerUrl, emulatorPort, emulatorUrl } = settings;
  for (const folder of [".", stateDir]) checkRoom(folder);
  await checkPorts(settings);
  const found = readSecrets(".dev.vars");
  checkSecrets(found);
  claimFolder(stateDir);
  checkStoredData(stateDir, "migrations");
  const secrets = keepSecrets(found);
  const password = secrets.SEED_OPERATOR_PASSWORD ?? "";
  const env = {
    ...process.env,
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false", // request.cf is not needed here, and fetching it would need the internet
  };

  console.log("Building the dashboard and preparing the local database…");
  await runToEnd("npm", ["run", "--silent", "build"], env, spawnInGroup);
  const seededAt = await prepareLocalData(stateDir, env, password);

  console.log("Starting the emulator and the Worker…");
  const emulator = startBeside({
    name: "The emulator",
    command: "node",
    args: ["emulator/main.ts"],
    env: { ...env, ...secrets, EMULATOR_PORT: String(emulatorPort), STATE_DIR: stateDir },
    logFile: join(stateDir, "emulator.log"),
  });
  const workerLog = join(stateDir, "worker.log");
  const worker = startBeside({
    name: "The Worker",
    command: "wrangler",
    args: devArguments({ port, stateDir, url: workerUrl, emulatorUrl }),
    env,
    logFile: workerLog,
  });
  await emulator.untilReady(`ready on ${emulatorUrl}`, `${emulatorUrl}/mailbox.json`);
  await worker.untilReady(`Ready on ${workerUrl}`, `${workerUrl}/healthz`);
  await prepareRetell(emulatorUrl, secrets.RETELL_API_KEY ?? "", workerUrl);

  const call = { to: SUN_CITY_EXPRESS.phoneNumber, ...demonstration(Date.now(), seededAt) };
  const { report } = await askForCall(call, emulatorUrl, workerUrl);
  console.log(`\n${printedCall(report, call)}`);
  if (!report.ok) throw new Error(`The demonstration call failed. The Worker's output is in ${workerLog}.`);

  isUp = true;
  console.log(`
Nightdesk is up. Ctrl-C ends it.
  Dashboard   ${workerUrl}
  Sign in     ${SUN_CITY_EXPRESS.user.email} / ${password}
  Mailbox     ${emulatorUrl}/mailbox
  Logs        ${workerLog}
Another call: npm run call -- --to ${SUN_CITY_EXPRESS.phoneNumber} --say "…"`);
  return Promise.race([emulator.untilGone(), worker.untilGone()]);
}
