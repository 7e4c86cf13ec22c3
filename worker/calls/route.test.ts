import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { fromRetell, seededDatabase, send } from "../testing/app.ts";

const PATH = "/retell/call-events";
const START = 1_780_012_672_105;

const base = {
  call_id: "call_1",
  call_type: "phone_call",
  agent_id: "agent_1",
  from_number: "+16025550111",
  to_number: CITY.phoneNumber,
  direction: "inbound",
};
const EVENTS = {
  call_started: { ...base, call_status: "ongoing", start_timestamp: START },
  call_ended: {
    ...base,
    call_status: "ended",
    start_timestamp: START,
    end_timestamp: START + 61_500,
    duration_ms: 61_500,
    disconnection_reason: "user_hangup",
    call_cost: { combined_cost: 11.2 },
    transcript_object: [{ role: "agent", content: "Hello é", words: [{ word: "Hello", start: 0, end: 1 }] }],
  },
  call_analyzed: {
    ...base,
    call_status: "ended",
    start_timestamp: START,
    end_timestamp: START + 61_500,
    duration_ms: 61_500,
    disconnection_reason: "user_hangup",
    call_cost: { combined_cost: 11.5 },
    call_analysis: { call_summary: "Asked for a flight.", user_sentiment: "Positive", call_successful: true },
    something_new: { kept: true },
  },
};
type Event = keyof typeof EVENTS;

beforeEach(() => seededDatabase());

async function deliver(event: Event, more: object = {}, bindings = {}): Promise<number> {
  const body = { event, call: { ...EVENTS[event], ...more } };
  return (await send(await fromRetell(PATH, body), bindings)).status;
}

async function rows(table: "calls" | "call_events"): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
  return results.map(({ id, created_at, updated_at, received_at, ...rest }) => rest);
}

const orders: Event[][] = [
  ["call_started", "call_ended", "call_analyzed"],
  ["call_analyzed", "call_ended", "call_started"],
  ["call_ended", "call_analyzed", "call_started", "call_ended"],
  ["call_ended", "call_analyzed"],
  ["call_analyzed", "call_started", "call_analyzed", "call_ended", "call_started"],
];

it.each(orders.map((order) => [order.join(", ")]))("%s: the same one row", async (order) => {
  for (const event of order.split(", ") as Event[]) expect(await deliver(event)).toBe(204);
  expect(await rows("calls")).toEqual([
    {
      user_id: CITY.user.id,
      call_id: "call_1",
      agent_version: null,
      from_number: "+16025550111",
      to_number: CITY.phoneNumber,
      own_number: CITY.phoneNumber,
      status: "ended",
      disconnection_reason: "user_hangup",
      transfer_destination: null,
      started_at: START,
      ended_at: START + 61_500,
      duration_ms: 61_500,
      summary: "Asked for a flight.",
      sentiment: "Positive",
      successful: 1,
      cost_cents: 11.5,
      reason: null,
      language: null,
      lookups: 0, // the job's part from here on
      lookups_found: 0,
      lookups_not_found: 0,
      lookups_asked_more: 0,
      lookups_locked: 0,
      transfer_offered: 0,
      transfer_tried: 0,
      transcript_name: null,
      transcript_rank: null,
      recording_name: null,
      recording_rank: null,
      feedback_wrong: null,
      feedback_note: null,
      retell_forgot_at: null,
    },
  ]);
});

it("fifty deliveries at once are one call with one row per event", async () => {
  const deliveries = Array.from({ length: 50 }, (_, n) =>
    deliver((Object.keys(EVENTS) as Event[])[n % 3] ?? "call_ended"),
  );
  expect(new Set(await Promise.all(deliveries))).toEqual(new Set([204]));
  expect(await rows("calls")).toHaveLength(1);
  expect(await rows("call_events")).toHaveLength(3);
});

it("everything Retell sent is kept, including unknown fields, but without the timing of words", async () => {
  await deliver("call_ended");
  await deliver("call_analyzed");
  const kept = (await rows("call_events")).map(({ payload }) => JSON.parse(String(payload)));
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).toContain("something_new");
  expect(JSON.stringify(kept)).toContain("Hello é");
  expect(JSON.stringify(kept)).not.toContain("words");
  expect(JSON.stringify(kept)).toContain('"start_ms":0');
});

it("a long call's transcript of 300 kB is stored, and so is an unknown kind of event", async () => {
  const words = Array.from({ length: 6_000 }, (_, n) => ({ word: `word${n}`, start: n, end: n + 1 }));
  const transcript = "x".repeat(300_000);
  expect(
    await deliver("call_ended", { transcript, transcript_object: [{ role: "user", content: transcript, words }] }),
  ).toBe(204);
  const unknown = { event: "call_teleported", call: { ...base, call_status: "ended" } };
  expect((await send(await fromRetell(PATH, unknown))).status).toBe(204);
  expect(await rows("call_events")).toHaveLength(2);
});

describe("an event that cannot be stored", () => {
  it("because nobody has the number is acknowledged and not kept", async () => {
    expect(await deliver("call_ended", { to_number: "+12125550123" })).toBe(204);
    expect(await deliver("call_ended", { to_number: undefined, call_type: "web_call" })).toBe(204);
    expect(await rows("call_events")).toEqual([]);
  });

  it.each([{}, { event: "call_ended" }, { event: "", call: base }, { event: "call_ended", call: { call_id: 5 } }, []])(
    "because it is not an event (%j) is refused",
    async (body) => {
      expect((await send(await fromRetell(PATH, JSON.stringify(body)))).status).toBe(400);
    },
  );

  it("because Retell did not sign it is refused and leaves nothing", async () => {
    const request = await fromRetell(PATH, { event: "call_ended", call: EVENTS.call_ended }, { key: "key_wrong" });
    expect((await send(request)).status).toBe(401);
    expect(await rows("calls")).toEqual([]);
  });
});

it("a call stays with the company that was called, even if its number moves before the last event arrives", async () => {
  const atTheRing = { metadata: { tenant_id: CITY.user.id }, to_number: COAST.phoneNumber };
  expect(await deliver("call_analyzed", atTheRing)).toBe(204);
  expect((await rows("calls")).map(({ user_id }) => user_id)).toEqual([CITY.user.id]);
  const gone = { metadata: { tenant_id: COAST.user.id }, to_number: "+12125550123", call_id: "call_2" };
  expect(await deliver("call_analyzed", gone)).toBe(204);
  expect((await rows("calls")).map(({ user_id }) => user_id).sort()).toEqual([CITY.user.id, COAST.user.id].sort());
});

it("an odd value loses one field, never the event", async () => {
  const odd = {
    duration_ms: "61500",
    start_timestamp: 1.5,
    agent_version: "x",
    disconnection_reason: 7,
    call_analysis: { call_successful: "yes", call_summary: "Fine." },
  };
  expect(await deliver("call_analyzed", odd)).toBe(204);
  expect(await rows("calls")).toMatchObject([
    { duration_ms: 61_500, started_at: 2, agent_version: null, summary: "Fine." },
  ]);
});

it("on an outbound call our number is the one that called", async () => {
  expect(
    await deliver("call_ended", { direction: "outbound", from_number: CITY.phoneNumber, to_number: "+16025550111" }),
  ).toBe(204);
  expect(await rows("calls")).toMatchObject([
    { user_id: CITY.user.id, from_number: CITY.phoneNumber, to_number: "+16025550111" },
  ]);
});

it("a company that calls another company's number keeps its call to itself", async () => {
  const call = { direction: "outbound", from_number: CITY.phoneNumber, to_number: COAST.phoneNumber };
  expect(await deliver("call_ended", call)).toBe(204);
  expect(await rows("calls")).toMatchObject([{ user_id: CITY.user.id, to_number: COAST.phoneNumber }]);
});

it.each([
  ["16025550292", "+16025550292"],
  ["sip:+16025550292@carrier.example", "+16025550292"],
  ["+266696687", null],
  ["Restricted", null],
  ["+10000000000", null],
  ["4001", "4001"],
])("a caller sent as %s is kept as %s", async (from_number, kept) => {
  await deliver("call_ended", { from_number });
  expect(await rows("calls")).toMatchObject([{ from_number: kept }]);
});

it("a duration below zero is ignored", async () => {
  await deliver("call_ended", { duration_ms: -1200 });
  expect(await rows("calls")).toMatchObject([{ duration_ms: null }]);
});

it.each([
  { event: "chat_started", chat: { chat_id: "chat_1" } },
  { event: "chat_analyzed", chat: { chat_id: "chat_1", chat_status: "ended" } },
  { event: "chat_inbound", chat_inbound: { from_number: "+16025550100", to_number: CITY.phoneNumber } },
  { event: "call_inbound", call_inbound: { from_number: "+16025550100", to_number: CITY.phoneNumber } },
  { event: "something_new" },
])("%j is not a call, so it is acknowledged and nothing is kept", async (event) => {
  expect((await send(await fromRetell("/retell/call-events", event))).status).toBe(204);
  expect(await rows("calls")).toEqual([]);
  expect(await rows("call_events")).toEqual([]);
});

it.each([{}, { event: "call_ended" }, { event: "transfer_started", call: {} }, { call: { call_id: "call_1" } }])(
  "%j is refused",
  async (event) => {
    expect((await send(await fromRetell("/retell/call-events", event))).status).toBe(400);
  },
);

it("two companies may each have a call with the same id", async () => {
  await deliver("call_ended");
  await deliver("call_ended", { to_number: COAST.phoneNumber });
  expect((await rows("calls")).map(({ user_id }) => user_id).sort()).toEqual([CITY.user.id, COAST.user.id].sort());
});
