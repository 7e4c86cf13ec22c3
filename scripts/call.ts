import { parseArgs } from "node:util";
import { askForCall, NoEmulator } from "./ask-for-call.ts";
import { printedCall } from "./print-call.ts";
import { localSettings } from "./start/settings.ts";
import { whoListens } from "./start/who-listens.ts";

const USAGE = `Places a simulated call and prints it.

  npm run call -- --to +15206800005 [--from +16025550100] [--say "My confirmation number is …" …] [--json]

--say may be given many times, once for each line of the caller; without it a default conversation is played.
PORT (8787) and EMULATOR_PORT (8788) say where the Worker and the emulator listen.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  const { to, from, say, json } = options;
  try {
    const { workerUrl, emulatorUrl } = localSettings(process.env);
    const { report, asIfImported } = await askForCall({ to, from, ...(say && { say }) }, emulatorUrl, workerUrl);
    if (json) console.log(JSON.stringify(report, null, 2));
    else {
      if (asIfImported) console.log(`${to} is not at Retell: calling it as if it had been imported.`);
      console.log(printedCall(report, { from, to }));
    }
    if (report.ok) return 0;
    if (asIfImported) console.error(await aboutWorker(workerUrl, report.inbound?.status ?? null));
    return 1;
  } catch (error) {
    const hint =
      error instanceof NoEmulator
        ? " Start Nightdesk with `npm start`, then call from another terminal, with the same PORT and EMULATOR_PORT."
        : "";
    console.error(`${error instanceof Error ? error.message : error}${hint}`);
    return 1;
  }
}

/** What to check if the call went straight to the Worker at `url` and its webhook failed. */
async function aboutWorker(url: string, status: number | null): Promise<string> {
  const listener = await whoListens(url, "Worker");
  if (listener === "nobody") return `No Worker answers at ${url}. Set PORT to what \`npm start\` was given.`;
  if (listener !== "nightdesk") return `${url} is answered by another program, or by a Worker that fails.`;
  if (status !== 401) return `The Worker at ${url} is up; its log says more (\`npm start\` names it).`;
  return `The Worker at ${url} does not know this emulator: they belong to two copies. Set PORT and EMULATOR_PORT to those of one.`;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        to: { type: "string" },
        from: { type: "string", default: "+16025550100" },
        say: { type: "string", multiple: true },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help || values.to === undefined) {
      console.error(values.help ? USAGE : `--to is missing.\n\n${USAGE}`);
      return null;
    }
    return { ...values, to: values.to };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return null;
  }
}
