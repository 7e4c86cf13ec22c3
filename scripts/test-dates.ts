import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { type DateCase, dateCases } from "./test-dates/cases.ts";

const USAGE = `npm run test:dates -- [date …] [arguments of vitest]
  runs the tests with the clock set to other dates, one run for each; without a date, to all of them:`;

const cases = dateCases(Date.now());
const given = process.argv.slice(2);
const named = cases.filter(({ name }) => given.includes(name));
const forVitest = given.filter((argument) => !cases.some(({ name }) => name === argument));
if (given.includes("--help")) {
  console.log([USAGE, ...cases.map((date) => `  ${date.name.padEnd(24)}${said(date)}`)].join("\n"));
  process.exit(0);
}

const failed: string[] = [];
for (const date of named.length > 0 ? named : cases) {
  console.log(`\n${date.name}: ${said(date)}`);
  if ((await run(date)) !== 0) failed.push(date.name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nThe tests pass on every date.");
process.exitCode = failed.length > 0 ? 1 : 0;

/** One run of vitest in which every process takes it to be that moment now, in a machine of that zone. */
function run({ at, timeZone }: DateCase): Promise<number | null> {
  const preload = pathToFileURL("test/clock/preload.mjs").href;
  const env = {
    ...process.env,
    TZ: timeZone,
    TEST_CLOCK_AHEAD_MS: `${at - Date.now()}`,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`,
  };
  const child = spawn("vitest", ["run", ...forVitest], { env, stdio: "inherit" });
  return new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
}

function said({ at, timeZone }: DateCase): string {
  return `${new Date(at).toLocaleString("en-US", { timeZone, dateStyle: "full", timeStyle: "short" })}, ${timeZone}`;
}
