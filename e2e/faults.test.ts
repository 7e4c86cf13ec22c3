import { beforeAll, expect, inject, it, vi } from "vitest";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../drizzle/seed/companies.ts";
import type { CallReport } from "../emulator/retell/call-report.ts";
import { type Session, signIn } from "../scripts/sign-in.ts";
import { localSecrets } from "../scripts/start/dev-vars.ts";

// The emulator plays faults between Retell and us against the running product. In the end the operator sees the
// same as after a call without faults.

const stack = inject("stack");
const cancelling = (name: string) => ["I want to cancel my ride.", name, "Yes", "Yes", "Yes", "Goodbye"];
const LATE = { timeout: 120_000, interval: 200 }; // the queue works

type Fault = { where: "inbound" | "tool" | "event"; kind: string; match?: string; times?: number; delay_ms?: number };
type Call = { id: string; call_id: string; [field: string]: unknown };

let city: Session;
let coast: Session;

beforeAll(async () => {
  const password = localSecrets(".dev.vars").SEED_OPERATOR_PASSWORD ?? "";
  city = await signIn(stack.url, CITY.user.email, password);
  coast = await signIn(stack.url, COAST.user.email, password);
});

function call(say: string[], ...faults: Fault[]) {
  return callTo(CITY.phoneNumber, say, faults);
}

async function callTo(to: string, say: string[], faults: Fault[]): Promise<CallReport & { call_id: string }> {
  const body = JSON.stringify({ to, from: "+16025550111", say, faults });
  const response = await fetch(`${stack.emulatorUrl}/emulator/calls`, { method: "POST", body });
  const report = (await response.json()) as CallReport; // the emulator's own answer
  if (report.call_id === null) throw new Error(`No call came about: ${report.error}`);
  return { ...report, call_id: report.call_id };
}

/** The one row of a call once everything of it is put away, with what was said and left, without what differs. */
async function rowOf(callId: string, operator = city) {
  const page = await vi.waitFor(async () => {
    const rows = await listed(callId, operator);
    expect(rows).toHaveLength(1);
    const shown = (await operator.get(`/api/calls/${rows[0]?.id}`)) as Call & { transcript: { text: string | null }[] };
    expect(shown).toMatchObject({ live: false, sentiment: expect.any(String), summary: expect.any(String) });
    expect(shown.transcript.length).toBeGreaterThan(2);
    return { ...rows[0], transcript: shown.transcript };
  }, LATE);
  const { id, call_id, at, started_at, ended_at, duration_ms, cost_cents, transcript, ...row } = page as typeof page &
    Call;
  expect(duration_ms).toBe(Number(ended_at) - Number(started_at));
  expect(cost_cents).toBeGreaterThan(0);
  return { ...row, said: transcript.map(({ text }) => text) };
}

/** The calls that the list has of this id at Retell. */
async function listed(callId: string, operator = city): Promise<Call[]> {
  const { items } = (await operator.get("/api/calls?limit=100")) as { items: Call[] };
  return items.filter((row) => row.call_id === callId);
}

async function messagesOf(callId: string, operator = city): Promise<{ id: string }[]> {
  const [row] = await listed(callId, operator);
  const { items } = (await operator.get("/api/messages?limit=100")) as {
    items: { id: string; call_id: string | null }[];
  };
  return items.filter((message) => message.call_id === row?.id);
}

const events: Record<string, Fault[]> = {
  "slow answers": [{ where: "event", kind: "slow", delay_ms: 300 }],
  "answers that come after the time limit": [
    { where: "event", match: "call_ended", kind: "slow", times: 1, delay_ms: 15_000 },
  ],
  "500 three times in a row": [{ where: "event", match: "call_ended", kind: "500", times: 3 }],
  "500 after the work was done": [{ where: "event", kind: "error_after", times: 2 }],
  duplicates: [{ where: "event", kind: "duplicate" }],
  "call_started as the last one": [{ where: "event", match: "call_started", kind: "reorder", times: 1 }],
  "call_ended after call_analyzed": [{ where: "event", match: "call_ended", kind: "reorder", times: 1 }],
  "duplicates out of order": [
    { where: "event", match: "call_started", kind: "duplicate" },
    { where: "event", match: "call_ended", kind: "reorder", times: 1 },
  ],
  "a lost call_ended": [{ where: "event", match: "call_ended", kind: "drop", times: 1 }],
};

it.each(Object.entries(events))("events with %s leave the same one call", async (_, faults) => {
  const quiet = await call(["Goodbye"]);
  const troubled = await call(["Goodbye"], ...faults);
  expect(troubled.call_id).not.toBe(quiet.call_id);
  expect(await rowOf(troubled.call_id)).toEqual(await rowOf(quiet.call_id));
});

const asked: Record<string, Fault[]> = {
  "a slow answer": [{ where: "tool", match: "take_message", kind: "slow", times: 1, delay_ms: 500 }],
  "a 500 and another try": [{ where: "tool", match: "take_message", kind: "500", times: 1 }],
  "an answer lost after the work was done": [{ where: "tool", match: "take_message", kind: "error_after", times: 1 }],
  "the request sent twice": [{ where: "tool", match: "take_message", kind: "duplicate" }],
};

it.each(Object.entries(asked))("a message with %s is one message and one mail", async (_, faults) => {
  const caller = `Wen ${["Ashdown", "Birch", "Cole", "Drake"][Object.values(asked).indexOf(faults)]}`; // names the mail
  const report = await callTo(COAST.phoneNumber, cancelling(caller), faults); // few messages, so each one is mailed
  expect(report.tool_calls.find(({ name }) => name === "take_message")).toMatchObject({ status: 200 });
  expect(await rowOf(report.call_id, coast)).toMatchObject({ messages: 1 });
  expect(await messagesOf(report.call_id, coast)).toHaveLength(1);
  await vi.waitFor(async () => {
    const mailbox = await fetch(`${stack.emulatorUrl}/mailbox.json?to=${COAST.config.operatorEmail}`);
    const mails = (await mailbox.json()) as { subject: string }[];
    expect(mails.filter(({ subject }) => subject.includes(caller))).toHaveLength(1);
  }, LATE);
});

it.each(["500", "slow", "drop", "duplicate"])(
  "a ring whose first try meets %s is answered as the company",
  async (kind) => {
    const fault: Fault = { where: "inbound", kind, times: 1, delay_ms: 500 };
    const report = await call(["Goodbye"], fault);
    expect(report).toMatchObject({ ok: true, greeting: CITY.config.welcomeMessage });
  },
);

it("the other company's operator sees nothing of such a call, not even that it is there", async () => {
  const { call_id } = await call(cancelling("Wen Bauer"), { where: "event", kind: "duplicate" });
  await rowOf(call_id);
  const [row] = await listed(call_id);
  const [message] = await messagesOf(call_id);
  expect(await city.get(`/api/messages/${message?.id}`)).toMatchObject({ call_id: row?.id });
  expect(JSON.stringify(await coast.get("/api/calls?limit=100"))).not.toContain(call_id);
  await expect(coast.get(`/api/calls/${row?.id}`)).rejects.toThrow("404");
  await expect(coast.get(`/api/calls/${row?.id}/recording?expires=1&signature=x`)).rejects.toThrow("404");
  await expect(coast.get(`/api/messages/${message?.id}`)).rejects.toThrow("404");
});
