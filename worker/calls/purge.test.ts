import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { tell } from "../testing/call-story.ts";
import { archiveAll, type Browser, CITY, COAST, runSweep, seededAccounts, signedIn } from "../testing/operator.ts";

const DAY = 86_400_000;

let city: Browser;

beforeEach(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
});

async function call(call_id: string, daysAgo: number, to_number = CITY.phoneNumber): Promise<void> {
  const start_timestamp = Date.now() - daysAgo * DAY;
  const call_analysis = { call_summary: `Summary of ${call_id}` };
  await tell("call_ended", { call_id, start_timestamp, to_number, call_analysis });
}

async function kept(shelf: "transcripts" | "recordings", company = CITY.user.id): Promise<string[]> {
  const { objects } = await env.ARCHIVE.list({ prefix: `${company}/${shelf}/` });
  return objects.map(({ key }) => key.split("/")[2] ?? "").sort();
}

async function purges() {
  const { items } = await (await city.get("/api/audit-events")).json<{ items: { action: string; detail: object }[] }>();
  return items.filter(({ action }) => action === "retention.purged").map(({ detail }) => detail);
}

it("what is older than the operator allows is deleted, and the audit trail says what was deleted", async () => {
  await call("old", 40);
  await call("young", 5);
  await call("theirs", 40, COAST.phoneNumber);
  await archiveAll();
  expect(await (await city.get("/api/retention")).json()).toEqual({
    transcript_days: 90,
    recording_days: 90,
    reservation_days: 90,
  });
  await runSweep();
  expect(await kept("transcripts")).toEqual(["old", "young"]);

  const days = { transcript_days: 60, recording_days: 30, reservation_days: 90 };
  expect(await (await city.put("/api/retention", days)).json()).toEqual(days);
  await runSweep();
  expect(await kept("recordings")).toEqual(["young"]);
  expect(await kept("transcripts")).toEqual(["old", "young"]);
  expect(await kept("recordings", COAST.user.id)).toEqual(["theirs"]);
  expect(await purges()).toEqual([
    { what: "recordings", calls: 1, before: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ]);

  const { items } = await (await city.get("/api/calls")).json<{ items: { id: string; call_id: string }[] }>();
  const old = items.find(({ call_id }) => call_id === "old");
  expect(await (await city.get(`/api/calls/${old?.id}`)).json()).toMatchObject({
    transcript: [{ text: "Hello é" }, { text: "When is my ride?" }, { role: "tool_call" }, { role: "tool_result" }],
    recording: null,
  });

  await city.put("/api/retention", { transcript_days: 20, recording_days: 20 });
  await runSweep();
  await runSweep();
  expect(await kept("transcripts")).toEqual(["young"]);
  expect(await kept("transcripts", COAST.user.id)).toEqual(["theirs"]);
  expect(await (await city.get(`/api/calls/${old?.id}`)).json()).toMatchObject({
    transcript: [],
    summary: null,
    duration_ms: 61_500, // the call itself stays on record
  });
  expect(await purges()).toMatchObject([
    { what: "transcripts", calls: 1 },
    { what: "recordings", calls: 1 },
  ]);
});

it("the details of a call that nobody answered are deleted like any other's", async () => {
  const start_timestamp = Date.now() - 40 * DAY;
  const nothingSaid = { start_timestamp, transcript_object: [], transcript_with_tool_calls: [], recording_url: null };
  const call_analysis = { call_summary: "The caller hung up." };
  const public_log_url = "https://recordings.test/missed.log";
  await tell("call_ended", { call_id: "missed", ...nothingSaid, public_log_url });
  await tell("call_analyzed", { call_id: "missed", ...nothingSaid, call_analysis });
  await tell("call_ended", { call_id: "silent", ...nothingSaid, call_analysis });
  await archiveAll();
  expect(await kept("transcripts")).toEqual(["missed", "missed", "silent"]);
  expect(await kept("recordings")).toEqual(["missed"]);

  await city.put("/api/retention", { transcript_days: 60, recording_days: 30 });
  await runSweep();
  expect(await kept("recordings")).toEqual([]);
  expect(await kept("transcripts")).toEqual(["missed", "missed", "silent"]);

  await city.put("/api/retention", { transcript_days: 30, recording_days: 30 });
  await runSweep();
  await runSweep();
  expect(await kept("transcripts")).toEqual([]);
  const { results } = await env.DB.prepare("SELECT DISTINCT summary, duration_ms FROM calls").all();
  expect(results).toEqual([{ summary: null, duration_ms: 61_500 }]);
  expect(await purges()).toMatchObject([
    { what: "transcripts", calls: 2 },
    { what: "recordings", calls: 1 },
  ]);
});

it("what Retell sends about a call after it was purged is purged too, and its look-ups stay counted", async () => {
  await call("old", 100);
  await archiveAll();
  await runSweep();
  expect(await kept("transcripts")).toEqual([]);
  await tell("call_started", { call_id: "old", start_timestamp: Date.now() - 100 * DAY });
  await archiveAll();
  expect(await kept("transcripts")).toEqual(["old"]);
  await runSweep();
  expect(await kept("transcripts")).toEqual([]);
  expect(await env.DB.prepare("SELECT lookups FROM calls").first("lookups")).toBe(1);
});

it("a day is kept until it ends", async () => {
  const midnight = Date.now() - (Date.now() % DAY);
  const start = (call_id: string, start_timestamp: number) => tell("call_ended", { call_id, start_timestamp });
  await start("just-kept", midnight - 7 * DAY);
  await start("just-gone", midnight - 7 * DAY - 1);
  await archiveAll();
  await city.put("/api/retention", { transcript_days: 7, recording_days: 7 });
  await runSweep();
  expect(await kept("transcripts")).toEqual(["just-kept"]);
});

it("a large number is deleted in bounded steps, and the next sweep continues", async () => {
  const rows = Array.from({ length: 250 }, (_, n) =>
    env.DB.prepare(
      "INSERT INTO calls (id, user_id, call_id, to_number, status, started_at, transcript_rank) VALUES (?1, ?2, ?1, '+15206800005', 'ended', 1000, -1)",
    ).bind(`many_${n}`, CITY.user.id),
  );
  await env.DB.batch(rows);
  const left = () => env.DB.prepare("SELECT count(*) AS n FROM calls WHERE transcript_rank IS NOT NULL").first("n");
  await runSweep();
  expect(await left()).toBe(10);
  await runSweep();
  expect(await left()).toBe(0);
  expect((await purges()).map((detail) => (detail as { calls: number }).calls)).toEqual([10, 80, 80, 80]);
});

it.each([
  { transcript_days: 0, recording_days: 90 },
  { transcript_days: 731, recording_days: 731 },
  { transcript_days: 30, recording_days: 31 }, // Retell would have to keep the transcript longer too
  { transcript_days: 1.5, recording_days: 90 },
  { transcript_days: 90 },
])("%j is refused", async (days) => {
  expect((await city.put("/api/retention", days)).status).toBe(400);
});
