import { parseArgs } from "node:util";
import { askForCall, NoEmulator } from "./ask-for-call.ts";
import { printedCall } from "./print-call.ts";

const USAGE = `Places a simulated call and prints it.

  npm run call -- --to +15206800005 [--from +16025550100] [--say "My confirmation number is …" …] [--json]

--say may be given many times, once for each line of the caller; without it a default conversation is played.
PORT (8787) and EMULATOR_PORT (8788) say where the Worker and the emulator listen.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  const { to, from, say, json } = options;
  const worker = `http://127.0.0.1:${process.env.PORT || 8787}`;
  const emulator = `http://127.0.0.1:${process.env.EMULATOR_PORT || 8788}`;
  try {
    const { report, asIfImported } = await askForCall({ to, from, ...(say && { say }) }, emulator, worker);
    if (json) console.log(JSON.stringify(report, null, 2));
    else {
      if (asIfImported) console.log(`${to} is not at Retell: calling it as if it had been imported.`);
      console.log(printedCall(report, { from, to }));
    }
    return report.ok ? 0 : 1;
  } catch (error) {
    const hint =
      error instanceof NoEmulator ? " Start it with `npm start`, then call again from another terminal." : "";
    console.error(`${error instanceof Error ? error.message : error}${hint}`);
    return 1;
  }
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
