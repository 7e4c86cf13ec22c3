import { parseArgs } from "node:util";
import { localSecrets } from "../scripts/start/dev-vars.ts";
import { openBrowser } from "./browser.ts";
import { printed } from "./launch/checklist.ts";
import { type Ground, localGround, remoteGround } from "./launch/ground.ts";
import { launchCheck } from "./launch/launch-check.ts";
import { paceText } from "./launch/person.ts";
import { startStack } from "./stack.ts";

const USAGE = `Checks the launch checklist of the plan: ✓ done, ✗ failed, ☎ left for a person.

  npm run launch-check                     on this machine, with a copy of its own
  npm run launch-check -- --url http://127.0.0.1:8787 --emulator http://127.0.0.1:8788
                                           with the copy that \`npm start\` runs
  npm run launch-check -- --url https://staging.example --email desk@company.example \\
      --number +1… --trunk company.pstn.twilio.com
                                           a deployed copy: you read the mail, dial, and say what you heard

Deployed, it makes two companies whose mail goes to desk+…@company.example, and buys a number for one of them: close both
accounts in Agent Settings afterwards. The environment may hold RETELL_API_KEY and SUN_CITY_PASSWORD; what needs them is
left for a person otherwise.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const ground = await groundFrom(process.argv.slice(2));
  if (ground === null) return 2;
  const browser = await openBrowser();
  try {
    const { outcomes, stories } = await launchCheck(browser, ground);
    console.log(`\n${printed(outcomes)}\n\n${paceText()}\n${stories}`);
    return Object.values(outcomes).every(({ mark }) => mark === "passed") ? 0 : 1;
  } finally {
    await browser.close();
    await ground.stop();
  }
}

async function groundFrom(args: string[]): Promise<(Ground & { stop: () => Promise<void> }) | null> {
  const text = { type: "string" } as const;
  const options = {
    url: text,
    emulator: text,
    email: text,
    number: text,
    trunk: text,
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args, options });
  const { url, emulator, email, number, trunk: uri } = values;
  const nothing = async () => undefined;
  if (!values.help && !url) {
    const { stop, ...stack } = await startStack();
    return { ...localGround({ ...stack, ...localKeys() }), stop };
  }
  if (url && emulator) return { ...localGround({ url, emulatorUrl: emulator, ...localKeys() }), stop: nothing };
  if (!url || !email || !number || !uri) {
    console.error(USAGE);
    return null;
  }
  const { RETELL_API_KEY: retellKey = null, SUN_CITY_PASSWORD: sunCityPassword = null } = process.env;
  return { ...remoteGround({ url, email, retellKey, sunCityPassword, trunk: { number, uri } }), stop: nothing };
}

function localKeys(): { retellKey: string; sunCityPassword: string } {
  const { RETELL_API_KEY: retellKey = "", SEED_OPERATOR_PASSWORD: sunCityPassword = "" } = localSecrets(".dev.vars");
  return { retellKey, sunCityPassword };
}
