import { SUN_CITY_EXPRESS as CITY } from "../drizzle/seed/companies.ts";
import type { CallReport } from "../emulator/retell/call-report.ts";
import { askForCall } from "./ask-for-call.ts";
import { type Session, signIn } from "./sign-in.ts";
import { localSecrets } from "./start/dev-vars.ts";
import { localSettings } from "./start/settings.ts";

// `npm run bench:call` while `npm start` runs: how long after a call its message is in the operator's mailbox and the call
// with its transcript is on its page. Both wait for the queue, which collects jobs for a second.

const ROUNDS = 5;
const GIVE_UP_MS = 60_000;
const BETWEEN_LOOKS_MS = 25;

type Call = { id: string; call_id: string };
type Page = { summary: string | null; transcript: unknown[] };

const { workerUrl, emulatorUrl } = localSettings(process.env);
const session = await signIn(workerUrl, CITY.user.email, localSecrets(".dev.vars").SEED_OPERATOR_PASSWORD ?? "");
const mail: number[] = [];
const row: number[] = [];
const page: number[] = [];
for (let round = 1; round <= ROUNDS; round++) {
  const words = `Bench ${Date.now()}`;
  const say = ["I want to leave a message.", words, "Yes", "Yes", "Yes", "Goodbye"];
  const { report } = await askForCall({ to: CITY.phoneNumber, from: "+16025550111", say }, emulatorUrl, workerUrl);
  if (!report.ok) throw new Error(`The call failed: ${report.error}`);
  const ended = Date.now();
  const [mailed, listed, shown] = await Promise.all([
    since(ended, () => mailedWith(words)),
    since(ended, async () => (await find(report)) !== undefined),
    since(ended, () => isShown(session, report)),
  ]);
  mail.push(mailed);
  row.push(listed);
  page.push(shown);
  console.log(
    `call ${round}: in the list after ${listed} ms, on its page after ${shown} ms, mailed after ${mailed} ms`,
  );
}
console.log(
  `median of ${ROUNDS}: list ${median(row)} ms, page ${median(page)} ms, mail ${median(mail)} ms after the call's end`,
);

async function mailedWith(words: string): Promise<boolean> {
  const response = await fetch(`${emulatorUrl}/mailbox.json?to=${encodeURIComponent(CITY.config.operatorEmail ?? "")}`);
  return (await response.text()).includes(words);
}

async function find({ call_id }: CallReport): Promise<Call | undefined> {
  const { items } = (await session.get("/api/calls")) as { items: Call[] }; // our own answer
  return items.find((call) => call.call_id === call_id);
}

/** Whether the call's page has the transcript and the summary, which comes with the last event. */
async function isShown(session: Session, report: CallReport): Promise<boolean> {
  const call = await find(report);
  if (!call) return false;
  const { summary, transcript } = (await session.get(`/api/calls/${call.id}`)) as Page; // our own answer
  return summary !== null && transcript.length > 0;
}

/** Milliseconds from `start` until `done` says so. Throws after a minute. */
async function since(start: number, done: () => Promise<boolean>): Promise<number> {
  while (!(await done())) {
    if (Date.now() - start > GIVE_UP_MS) throw new Error("This did not happen within a minute.");
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return Date.now() - start;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
