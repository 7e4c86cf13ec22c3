import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import type { Bindings } from "../env.ts";
import { tell } from "../testing/call-story.ts";
import {
  archiveAll,
  type Browser,
  CITY,
  COAST,
  deliver,
  runSweep,
  seededAccounts,
  signedIn,
} from "../testing/operator.ts";

const DAY = 86_400_000;

let city: Browser;
let run = 0; // the stand-in remembers its requests, so each test uses its own calls

beforeEach(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
  run += 1;
});

const named = (name: string) => `${name}_${run}`;

async function call(name: string, daysAgo: number, more: object = {}): Promise<void> {
  await tell("call_ended", { call_id: named(name), start_timestamp: Date.now() - daysAgo * DAY, ...more });
}

async function keepDays(transcript_days: number, recording_days: number): Promise<void> {
  expect((await city.put("/api/retention", { transcript_days, recording_days })).status).toBe(200);
}

/** One sweep and the jobs of this kind that it queues. */
async function sweepAndWork(bindings: Partial<Bindings> = {}): Promise<unknown[]> {
  const queued: { kind: string; id: string }[] = [];
  const sendBatch = async (batch: { body: { kind: string; id: string } }[]) =>
    queued.push(...batch.map(({ body }) => body));
  await runSweep({ JOBS: { sendBatch } as unknown as Queue });
  const jobs = queued.filter(({ kind }) => kind === "copies_at_retell");
  expect(await deliver(jobs, bindings)).toEqual([]); // the queue has nothing to repeat
  return jobs;
}

async function atRetell(name: string): Promise<{ asked: number; deleted: boolean }> {
  return (await fetch(`http://retell.test/deletions/${named(name)}`)).json();
}

async function purges() {
  const { items } = await (await city.get("/api/audit-events")).json<{ items: { action: string; detail: object }[] }>();
  return items.filter(({ action }) => action === "retention.purged").map(({ detail }) => detail);
}

it("calls past their retention are deleted at Retell too, once, and the audit trail says how many", async () => {
  await call("old", 40);
  await call("unheard", 40, { recording_url: undefined, transcript_object: [], transcript_with_tool_calls: [] });
  await call("young", 20);
  await call("theirs", 40, { to_number: COAST.phoneNumber });
  await archiveAll();
  expect(await sweepAndWork()).toEqual([]);
  await keepDays(90, 30);
  expect(await sweepAndWork()).toEqual([{ kind: "copies_at_retell", id: CITY.user.id }]);
  expect(await atRetell("old")).toEqual({ asked: 1, deleted: true });
  expect(await atRetell("unheard")).toEqual({ asked: 1, deleted: true });
  expect(await atRetell("young")).toEqual({ asked: 0, deleted: false });
  expect(await atRetell("theirs")).toEqual({ asked: 0, deleted: false });
  expect(await purges()).toContainEqual({
    what: "copies_at_retell",
    calls: 2,
    before: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(await sweepAndWork()).toEqual([]);
  expect(await atRetell("old")).toMatchObject({ asked: 1 });
});

it("a transcript in our archive stays readable after Retell has deleted the call", async () => {
  await call("read", 40);
  await archiveAll();
  await keepDays(90, 30);
  await sweepAndWork();
  const { items } = await (await city.get("/api/calls")).json<{ items: { id: string }[] }>();
  expect(await (await city.get(`/api/calls/${items[0]?.id}`)).json()).toMatchObject({
    transcript: [{ text: "Hello é" }, { text: "When is my ride?" }, { role: "tool_call" }, { role: "tool_result" }],
    recording: null,
  });
});

it("while Retell is busy or out of reach, it is asked again after every sweep until it has deleted the call", async () => {
  await call("busy", 40);
  await call("swift", 41);
  await keepDays(30, 30);
  await sweepAndWork();
  expect(await atRetell("swift")).toEqual({ asked: 1, deleted: true });
  expect(await atRetell("busy")).toEqual({ asked: 1, deleted: false });
  await sweepAndWork({ RETELL_API_URL: "http://nowhere.test" });
  await sweepAndWork({ RETELL_API_KEY: undefined });
  await sweepAndWork();
  expect(await sweepAndWork()).toHaveLength(1);
  expect(await atRetell("busy")).toEqual({ asked: 3, deleted: true });
  expect(await sweepAndWork()).toEqual([]);
});

it("a call that Retell does not have counts as deleted", async () => {
  await call("forgotten", 40);
  await keepDays(30, 30);
  await sweepAndWork();
  expect(await sweepAndWork()).toEqual([]);
});

it("a large number is deleted in bounded steps, and the next sweep continues", async () => {
  const rows = Array.from({ length: 450 }, (_, n) =>
    env.DB.prepare(
      "INSERT INTO calls (id, user_id, call_id, to_number, status, started_at) VALUES (?1, ?2, ?1, '+15206800005', 'ended', 1000)",
    ).bind(named(`many${n}`), CITY.user.id),
  );
  await env.DB.batch(rows);
  const left = () => env.DB.prepare("SELECT count(*) AS n FROM calls WHERE retell_forgot_at IS NULL").first("n");
  await sweepAndWork();
  expect(await left()).toBe(50);
  await sweepAndWork();
  expect(await left()).toBe(0);
});

it("a job for a company that is gone or never existed does nothing", async () => {
  expect(await deliver([{ kind: "copies_at_retell", id: "nobody" }])).toEqual([]);
});
