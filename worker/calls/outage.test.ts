import { env } from "cloudflare:test";
import { beforeEach, expect, it, vi } from "vitest";
import { fromRetell, send } from "../testing/app.ts";
import { STORY, type StoryEvent, tell } from "../testing/call-story.ts";
import { failingDatabase } from "../testing/failing-database.ts";
import { archiveAll, CITY, deliver, runSweep, seededAccounts } from "../testing/operator.ts";
import { bringBack } from "./aside.ts";

beforeEach(() => seededAccounts());

const EVENTS = Object.keys(STORY) as StoryEvent[];

async function call(id: string) {
  return env.DB.prepare("SELECT * FROM calls WHERE call_id = ?").bind(id).first();
}

async function rowOf(name: string) {
  const { id, call_id, created_at, updated_at, transcript_name, recording_name, ...row } = (await call(name)) ?? {};
  const kept = [transcript_name, recording_name].map((object) => String(object).replace(/-[0-9a-f]{16}$/, ""));
  return { ...row, kept };
}

async function objects(prefix: string): Promise<string[]> {
  return (await env.ARCHIVE.list({ prefix })).objects.map(({ key }) => key);
}

const deaf = {
  put: () => Promise.reject(new Error("R2 is out of reach")),
  list: () => Promise.reject(new Error("R2 is out of reach")),
} as unknown as R2Bucket;

it("while the database is out of reach, events are kept in R2 until the sweep brings them in", async () => {
  const { d1, fail } = failingDatabase(env.DB);
  fail(true);
  for (const event of EVENTS) {
    const repeats = await Promise.all([1, 2, 3].map(() => tell(event, { call_id: "call_out" }, { DB: d1 })));
    expect(repeats).toEqual([204, 204, 204]);
  }
  expect(await call("call_out")).toBeNull();
  expect(await objects("set-aside/")).toHaveLength(EVENTS.length);
  await runSweep({ DB: d1 }); // still out of reach: trying must not lose anything
  expect(await objects("set-aside/")).toHaveLength(EVENTS.length);

  fail(false);
  await runSweep({ DB: d1 });
  await archiveAll();
  expect(await objects("set-aside/")).toEqual([]);
  await Promise.all(EVENTS.map((event) => tell(event, { call_id: "call_in" })));
  await archiveAll();
  const { id, call_id, created_at, updated_at, transcript_name, recording_name, ...late } =
    (await call("call_out")) ?? {};
  expect(transcript_name).toMatch(/^call_analyzed-/);
  expect(await call("call_in")).toMatchObject(late);
});

it("a database that fails for sixty seconds loses no event, whether it did nothing or only its answer was lost", async () => {
  const { d1, fail } = failingDatabase(env.DB);
  const began = Date.now();
  const today = { start_timestamp: began, end_timestamp: began + 61_500 }; // young enough for the sweep to keep
  vi.useFakeTimers({ toFake: ["Date"] });
  const names: string[] = [];
  for (let second = -10; second <= 75; second += 5) {
    vi.setSystemTime(began + second * 1000);
    const down = second >= 0 && second < 60;
    fail(down && (second % 20 === 15 ? "after" : true));
    names.push(`call_${second}`); // a call starts now, and the earlier ones go on
    const told = EVENTS.map((event, index) => [event, names.at(-1 - 2 * index)] as const);
    for (const [event, call_id] of told) {
      if (call_id) expect(await tell(event, { call_id, ...today }, { DB: d1 }), `${event} at ${second} s`).toBe(204);
    }
    await archiveAll({ DB: d1 }); // the queue keeps running, and fails as well
  }
  for (const [index, name] of names.entries()) {
    const left = EVENTS.filter((_, n) => index + 2 * n >= names.length);
    for (const event of left) expect(await tell(event, { call_id: name, ...today }, { DB: d1 })).toBe(204);
  }
  vi.setSystemTime(began + 300_000);
  await runSweep({ DB: d1 });
  await archiveAll({ DB: d1 });
  vi.useRealTimers();
  expect(await objects("set-aside/")).toEqual([]);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM call_events").first("n")).toBe(0);

  for (const event of EVENTS) await tell(event, { call_id: "call_quiet", ...today });
  await archiveAll();
  const quiet = await rowOf("call_quiet");
  expect(quiet).toMatchObject({ status: "ended", lookups: 1, summary: "Asked for a ride." });
  for (const name of names) {
    expect(await rowOf(name), name).toEqual(quiet);
    expect(await objects(`${CITY.user.id}/transcripts/${name}/`), name).toHaveLength(EVENTS.length);
  }
});

it("an event that cannot be stored anywhere is not acknowledged, so that Retell tries again", async () => {
  const { d1, fail } = failingDatabase(env.DB);
  fail(true);
  expect(await tell("call_ended", { call_id: "call_lost" }, { DB: d1, ARCHIVE: deaf })).toBe(500);
  expect(await tell("call_ended", { call_id: "call_lost" }, { DB: d1, ARCHIVE: deaf })).toBe(500);
  fail(false);
  expect(await tell("call_ended", { call_id: "call_lost" }, { DB: d1, ARCHIVE: deaf })).toBe(204);
  expect(await call("call_lost")).toMatchObject({ status: "ended" });
});

it("a database that hangs is treated as out of reach before Retell's ten seconds are over", async () => {
  const hanging = new Proxy(env.DB, {
    get: (target, property) =>
      property === "prepare" || property === "batch" ? () => never() : Reflect.get(target, property),
  });
  const waitedOut = timersThatRunOut();
  expect(await tell("call_ended", { call_id: "call_slow" }, { DB: hanging })).toBe(204);
  const waits = waitedOut();
  expect(waits).not.toEqual([]);
  expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(9_000);
  expect(await objects("set-aside/")).toHaveLength(1);
});

it("while the archive is out of reach, events wait in the inbox and are retried at growing intervals", async () => {
  await tell("call_ended", { call_id: "call_wait" });
  const waits: (number | undefined)[] = [];
  for (let attempt = 1; attempt <= 4; attempt++) {
    const [retry] = await archiveAll({ ARCHIVE: deaf });
    waits.push(retry?.delaySeconds);
    await env.DB.exec("UPDATE call_events SET next_attempt_at = 0");
  }
  expect(waits).toEqual([11, 41, 161, 641]);
  await archiveAll();
  expect(await env.DB.prepare("SELECT count(*) AS n FROM call_events").first("n")).toBe(0);
  expect(await call("call_wait")).toMatchObject({ lookups: 1 });
});

it("the sweep queues an event again whose job was lost or given up by the queue", async () => {
  await tell("call_ended", { call_id: "call_swept" });
  const queued: unknown[] = [];
  const JOBS = { sendBatch: async (batch: { body: unknown }[]) => queued.push(...batch.map(({ body }) => body)) };
  await runSweep({ JOBS: JOBS as unknown as Queue });
  const id = await env.DB.prepare("SELECT id FROM call_events").first("id");
  expect(queued).toContainEqual({ kind: "call_event", id });
});

it("an event that the queue gave up on stays in the inbox, where the sweep finds it", async () => {
  await tell("call_ended", { call_id: "call_dead" });
  const id = await env.DB.prepare("SELECT id FROM call_events").first("id");
  const log = vi.spyOn(console, "log");
  expect(await deliver([{ kind: "call_event", id }, "nonsense"], {}, "nightdesk-staging-jobs-dead")).toEqual([]);
  expect(log.mock.calls.join("\n")).toContain(`"event":"job_dead","kind":"call_event","id":"${id}"`);
  log.mockRestore();
  expect(await env.DB.prepare("SELECT id FROM call_events").first("id")).toBe(id);
});

/** A statement that never finishes, whichever method is called. */
function never(): unknown {
  return new Proxy(() => undefined, {
    get: (_, property) => {
      if (property === "then") return undefined;
      if (property === "bind") return () => never();
      return () => new Promise(() => undefined);
    },
  });
}

/** Watches the timers. The function it returns stops watching and gives the milliseconds of each timer that ran out. */
function timersThatRunOut(): () => number[] {
  const ranOut: number[] = [];
  const real = globalThis.setTimeout;
  const spy = vi.spyOn(globalThis, "setTimeout").mockImplementation(((
    work: (...given: unknown[]) => void,
    milliseconds = 0,
    ...given: unknown[]
  ) =>
    real(() => {
      ranOut.push(milliseconds);
      work(...given);
    }, milliseconds)) as typeof setTimeout);
  return () => {
    spy.mockRestore();
    return ranOut;
  };
}

it("what cannot be read keeps nothing else waiting: it is moved aside, and the rest comes in with the next sweep", async () => {
  const bad = Array.from({ length: 160 }, (_, n) => `set-aside/${String(n).padStart(4, "0")}.json`);
  for (const [n, key] of bad.entries()) await env.ARCHIVE.put(key, n % 2 === 0 ? "{ broken" : '{"event":"call_ended"}');
  const { d1, fail } = failingDatabase(env.DB);
  fail(true);
  expect(await tell("call_ended", { call_id: "call_behind" }, { DB: d1 })).toBe(204);
  fail(false);
  await runSweep();
  await runSweep();
  expect(await call("call_behind")).not.toBeNull();
  expect(await objects("set-aside/")).toEqual([]);
  expect(await objects("unreadable/set-aside/")).toEqual(bad.map((key) => `unreadable/${key}`));
});

it("what the database refuses for ever does not keep the rest waiting, because each sweep begins elsewhere", async () => {
  for (let n = 0; n < 155; n++) await env.ARCHIVE.put(`set-aside/1${String(n).padStart(4, "0")}.json`, "{}");
  await env.ARCHIVE.put("set-aside/f.json", '{"good":true}');
  const taken: unknown[] = [];
  const job = {
    parse: (value: unknown) => value,
    take: async (value: unknown) => {
      if (JSON.stringify(value) === "{}") throw new Error("refused for ever");
      taken.push(value);
    },
  };
  await bringBack(env.ARCHIVE, "set-aside/", job, "0");
  expect(taken).toEqual([]);
  await bringBack(env.ARCHIVE, "set-aside/", job, "2");
  expect(taken).toEqual([{ good: true }]);
});

it("an event that is nested ten thousand levels deep is refused and never set aside", async () => {
  const before = (await objects("")).length;
  const metadata = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  const body = `{"event":"call_ended","call":{"call_id":"call_deep","to_number":"${CITY.phoneNumber}","metadata":${metadata}}}`;
  const response = await send(await fromRetell("/retell/call-events", body));
  expect(response.status).toBe(400);
  expect((await objects("")).length).toBe(before);
});
