import { env } from "cloudflare:test";
import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, fromRetell, ring, send } from "../testing/app.ts";
import { START, STORY, tell } from "../testing/call-story.ts";
import { archiveAll, type Browser, CITY, COAST, seededAccounts, signedIn } from "../testing/operator.ts";

type Call = {
  id: string;
  call_id: string;
  outcome: string;
  recording: { url: string; expires_at: number } | null;
  transcript: { role: string; text: string | null }[];
  [field: string]: unknown;
};

const DAY = 86_400_000;

let city: Browser;

beforeAll(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
  const later = (n: number) => ({
    start_timestamp: START + Math.round(n * DAY),
    end_timestamp: START + Math.round(n * DAY) + 1000,
  });
  await tell("call_ended", { call_id: "answered" });
  await tell("call_analyzed", { call_id: "answered" });
  await tell("call_ended", {
    call_id: "transferred",
    disconnection_reason: "call_transfer",
    transfer_destination: "+16025550144",
    ...later(1),
  });
  await tell("call_ended", {
    call_id: "missed",
    call_status: "not_connected",
    disconnection_reason: "dial_busy",
    ...later(2),
  });
  await tell("call_ended", {
    call_id: "failed",
    call_status: "error",
    disconnection_reason: "error_asr",
    ...later(3.2),
  });
  await tell("call_started", { call_id: "live", start_timestamp: Date.now() - 60_000 });
  await tell("call_started", { call_id: "lost", start_timestamp: START + 4 * DAY });
  await tell("call_ended", { call_id: "expired", recording_url: "https://recordings.test/expired.wav", ...later(5) });
  await tell("call_ended", { call_id: "forgotten", recording_url: "https://recordings.test/expired.wav", ...later(6) });
  const message = { args: { message: "Call me." }, call: { call_id: "answered", to_number: CITY.phoneNumber } };
  await send(await fromRetell("/retell/tools/take_message", message));
  await archiveAll();
});

async function list(query = "", operator = city): Promise<{ items: Call[]; next_cursor: string | null }> {
  const response = await operator.get(`/api/calls${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  return response.json();
}

const ids = ({ items }: { items: Call[] }) => items.map(({ call_id }) => call_id);

async function open(callId: string, operator = city): Promise<Call> {
  const id = await env.DB.prepare("SELECT id FROM calls WHERE call_id = ?").bind(callId).first("id");
  return (await operator.get(`/api/calls/${id}`)).json();
}

describe("the list of calls", () => {
  it("shows the newest first, and a live call as live", async () => {
    const page = await list();
    expect(ids(page)).toEqual(["live", "forgotten", "expired", "lost", "failed", "missed", "transferred", "answered"]);
    expect(page.items.map(({ outcome }) => outcome)).toEqual([
      "live",
      "answered",
      "answered",
      "answered",
      "failed",
      "missed",
      "transferred",
      "answered",
    ]);
    expect(page.items[0]).toMatchObject({ live: true, ended_because: "The call is still going on." });
    expect(page.items.at(-1)).toEqual({
      id: expect.any(String),
      call_id: "answered",
      from_number: "+16025550111",
      to_number: CITY.phoneNumber,
      direction: "inbound",
      live: false,
      at: START,
      started_at: START,
      ended_at: START + 61_500,
      duration_ms: 61_500,
      outcome: "answered",
      transferred_to: null,
      sentiment: "Positive",
      successful: true,
      summary: "Asked for a ride.",
      cost_cents: 11.5,
      ended_because: "The caller hung up.",
      messages: 1,
      lookups: 1,
    });
  });

  it("tells where a caller was put through to", async () => {
    expect((await list("?outcome=transferred")).items).toMatchObject([{ transferred_to: "+16025550144" }]);
  });

  it.each([
    ["?outcome=missed", ["missed"]],
    ["?outcome=live", ["live"]],
    ["?outcome=transferred", ["transferred"]],
    ["?transferred=true", ["transferred"]],
    ["?outcome=failed&transferred=false", ["failed"]],
    ["?search=asked+for", ["answered"]],
    ["?search=602.555.0111&outcome=missed", ["missed"]],
    ["?search=nothing-like-it", []],
    ["?from=2026-05-29&to=2026-05-30", ["missed", "transferred"]],
    ["?from=2026-05-31&to=2026-05-31", ["failed"]], // in Phoenix; by UTC it was June already
    ["?to=2026-05-28", ["answered"]],
  ])("%s finds %j", async (query, found) => {
    expect(ids(await list(query))).toEqual(found);
  });

  it("goes on page by page without a gap or a repeat", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(`?limit=3${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...ids(page));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual(ids(await list()));
  });

  it.each(["?outcome=odd", "?from=29.5.2026", "?to=2026-02-30", "?transferred=maybe", "?cursor=x"])(
    "%s is refused",
    async (query) => {
      expect((await city.get(`/api/calls${query}`)).status).toBe(400);
    },
  );
});

describe("a call's page", () => {
  it("shows what was said and looked up, in its order, and what was left", async () => {
    const call = await open("answered");
    expect(call.transcript).toEqual([
      { role: "agent", at_ms: 320, text: "Hello é" },
      { role: "caller", at_ms: 2500, text: "When is my ride?" },
      {
        role: "tool_call",
        at_ms: null,
        text: null,
        id: "t1",
        name: "check_reservation",
        arguments: { confirmation_number: "RES-1" },
      },
      {
        role: "tool_result",
        at_ms: null,
        text: null,
        id: "t1",
        name: "check_reservation",
        result: { found: true },
        ok: true,
      },
    ]);
    expect(call).toMatchObject({
      blocked: false,
      block_id: null,
      transcript_missing: null,
      recording_missing: null,
      feedback: null,
      messages: [{ message: "Call me.", call_id: call.id }],
    });
    expect(JSON.stringify(call)).not.toContain("recordings.test");
  });

  it("of a live call has no transcript and no recording yet", async () => {
    expect(await open("live")).toMatchObject({
      live: true,
      transcript: [],
      transcript_missing: "not_yet",
      recording: null,
      recording_missing: "not_yet",
    });
  });

  it("says why there is nothing to read or hear: not yet, removed after so many days, or never there", async () => {
    const told = async (call_id: string, call: object) => {
      await tell("call_ended", {
        call_id,
        transcript_with_tool_calls: [],
        transcript_object: [],
        recording_url: null,
        ...call,
      });
      await archiveAll();
      const { transcript_missing, recording_missing, kept_days } = await open(call_id);
      await env.DB.prepare("DELETE FROM calls WHERE call_id = ?").bind(call_id).run();
      return { transcript_missing, recording_missing, kept_days };
    };
    const ago = (ms: number) => ({ start_timestamp: Date.now() - ms, end_timestamp: Date.now() - ms });
    const both = (why: string, transcript = 90, recording = 90) => ({
      transcript_missing: why,
      recording_missing: why,
      kept_days: { transcript, recording },
    });
    expect(await told("fresh", ago(60_000))).toEqual(both("not_yet"));
    expect(await told("busy", { ...ago(60_000), call_status: "not_connected" })).toEqual(both("none"));
    expect(await told("silent", ago(DAY))).toEqual(both("none"));
    expect(await told("old", ago(92 * DAY))).toEqual(both("removed"));
    await city.put("/api/retention", { transcript_days: 90, recording_days: 7 });
    expect(await told("heard", ago(9 * DAY))).toEqual({ ...both("none", 90, 7), recording_missing: "removed" });
    await city.put("/api/retention", { transcript_days: 90, recording_days: 90 });
  });

  it("holds a transcript of 300 kB", async () => {
    const content = "word ".repeat(60_000);
    await tell("call_ended", { call_id: "long", transcript_with_tool_calls: [{ role: "user", content }] });
    await archiveAll();
    expect((await open("long")).transcript[0]?.text).toHaveLength(300_000);
    await env.DB.exec("DELETE FROM calls WHERE call_id = 'long'");
  });

  it("of a number that nobody has does not exist", async () => {
    expect(await tell("call_ended", { call_id: "stray", to_number: "+12125550123" })).toBe(204);
    expect(await env.DB.prepare("SELECT id FROM calls WHERE call_id = 'stray'").first()).toBeNull();
    expect((await env.ARCHIVE.list()).objects.filter(({ key }) => key.includes("stray"))).toEqual([]);
  });

  it("takes the operator's judgement, with an audit row", async () => {
    const { id } = await open("missed");
    const judged = await city.put(`/api/calls/${id}/feedback`, { wrong: true, note: "Wrong terminal" });
    expect(judged.status).toBe(200);
    expect(await open("missed")).toMatchObject({ feedback: { wrong: true, note: "Wrong terminal" } });
    await city.put(`/api/calls/${id}/feedback`, { wrong: false });
    expect(await open("missed")).toMatchObject({ feedback: { wrong: false, note: null } });
    expect((await city.put(`/api/calls/${id}/feedback`, {})).status).toBe(400);
    const { items } = await (await city.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items[1]).toMatchObject({ action: "call.judged", subject: id, detail: { wrong: true } });
  });
});

describe("a recording", () => {
  it("can be played through our own link, whole or in part", async () => {
    const { recording } = await open("answered");
    expect(recording?.expires_at).toBeGreaterThan(Date.now());
    const whole = await city.get(recording?.url ?? "");
    expect(whole.status).toBe(200);
    expect(whole.headers.get("content-type")).toBe("audio/wav");
    expect(whole.headers.get("cache-control")).toBe("no-store");
    expect(await heard(whole)).toBe("RIFF of a call");
    const part = await city.request("GET", recording?.url ?? "", undefined, { range: "bytes=0-3" });
    expect([part.status, await heard(part), part.headers.get("content-range")]).toEqual([206, "RIFF", "bytes 0-3/14"]);
  });

  it("whose address at Retell has expired is requested again", async () => {
    const { recording } = await open("expired");
    expect((await city.get(recording?.url ?? "")).status).toBe(200);
  });

  it("that Retell no longer has is reported as out of reach", async () => {
    const { recording } = await open("forgotten");
    expect((await city.get(recording?.url ?? "")).status).toBe(503);
  });

  it("is not there without our signature, after its time, for another call, or for anybody else", async () => {
    const { id, recording } = await open("answered");
    const url = recording?.url ?? "";
    const { id: other } = await open("expired");
    const signed = (claims: object, expires: number, secret = "guessed-secret-guessed-secret-guessed") =>
      new SignJWT({ call: id, ...claims })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(CITY.user.id)
        .setAudience("recording")
        .setExpirationTime(expires)
        .sign(new TextEncoder().encode(secret));
    const soon = Math.floor(Date.now() / 1000) + 60;
    const refused = [
      `/api/calls/${id}/recording`,
      url.replace(/signature=.*/, "signature="),
      url.replace(/.$/, (last) => (last === "A" ? "Q" : "A")),
      url.replace(/expires=\d+/, `expires=${soon + 86_400}`),
      url.replace(id, other),
      `/api/calls/${id}/recording?expires=${soon}&signature=${await signed({}, soon)}`,
      `/api/calls/${id}/recording?expires=${soon}&signature=eyJhbGciOiJub25lIn0.e30.`,
    ];
    for (const link of refused) expect((await city.get(link)).status, link).toBe(404);
    const coast = await signedIn(COAST.user.email);
    expect((await coast.get(url)).status).toBe(404);
  });

  it("is not there without a session", async () => {
    const { recording } = await open("answered");
    const stranger = await send(new Request(`https://nightdesk.example${recording?.url}`));
    expect(stranger.status).toBe(401);
  });
});

async function heard(sound: Response): Promise<string> {
  return new TextDecoder().decode(await sound.arrayBuffer());
}

describe("another company", () => {
  it("finds no call, recording or judgement, even of a call with the same id", async () => {
    const coast = await signedIn(COAST.user.email);
    await tell("call_ended", {
      ...STORY.call_ended,
      call_id: "answered",
      to_number: COAST.phoneNumber,
      from_number: "+13105550100",
    });
    await archiveAll();
    const own = await list("", coast);
    expect(ids(own)).toEqual(["answered"]);
    expect(own.items[0]).toMatchObject({ to_number: COAST.phoneNumber, messages: 0, summary: null });
    const { id } = (await list("?search=asked")).items[0] ?? { id: "" };
    expect((await coast.get(`/api/calls/${id}`)).status).toBe(404);
    expect((await coast.put(`/api/calls/${id}/feedback`, { wrong: true })).status).toBe(404);
  });
});

describe("a blocked caller", () => {
  const RUDE = "+16025550166";

  it("is rejected at the next ring, and heard again once unblocked; the last known answers learn of it and stay as they are otherwise", async () => {
    await city.put("/api/tenant-config", { operator_name: "Noor" });
    const lastKnown = () => env.KV.get<object>(`answer/${CITY.phoneNumber}`, "json");
    const snapshot = await lastKnown();
    expect(snapshot).toMatchObject({ blocked: [] });
    const response = await city.post("/api/blocked-callers", { phone_number: "(602) 555-0166", note: "Rude" });
    expect(response.status).toBe(201);
    const blocked = await response.json<{ id: string }>();
    expect(blocked).toEqual({
      id: expect.any(String),
      phone_number: RUDE,
      note: "Rude",
      created_at: expect.any(Number),
    });
    expect(await (await ring(CITY.phoneNumber, RUDE)).json()).toEqual({ call_inbound: { reject: true } });
    expect(await (await ring(COAST.phoneNumber, RUDE)).json()).not.toMatchObject({ call_inbound: { reject: true } });
    expect(await (await ask(CITY.phoneNumber, {}, { from_number: RUDE })).json()).toMatchObject({ found: false });
    expect(await lastKnown()).toEqual({ ...snapshot, blocked: [RUDE] });
    expect(await (await city.get("/api/blocked-callers")).json()).toEqual({ items: [blocked], next_cursor: null });

    await tell("call_ended", { call_id: "rude", from_number: RUDE });
    expect(await open("rude")).toMatchObject({ blocked: true, block_id: blocked.id });
    await tell("call_ended", { call_id: "rude-elsewhere", from_number: RUDE, to_number: COAST.phoneNumber });
    const coast = await signedIn(COAST.user.email);
    expect(await open("rude-elsewhere", coast)).toMatchObject({ blocked: false, block_id: null });
    const again = await city.post("/api/blocked-callers", { phone_number: "+1 602 555 0166" });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ error: { code: "already_blocked" } });

    expect((await city.delete(`/api/blocked-callers/${blocked.id}`)).status).toBe(204);
    expect((await city.delete(`/api/blocked-callers/${blocked.id}`)).status).toBe(404);
    expect(await (await ring(CITY.phoneNumber, RUDE)).json()).not.toEqual({ call_inbound: { reject: true } });
    expect(await lastKnown()).toEqual(snapshot);
    const { items } = await (await city.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items).toMatchObject(
      [
        { action: "caller.unblocked", detail: { phone_number: RUDE } },
        { action: "caller.blocked", detail: { phone_number: RUDE } },
      ].concat(items.slice(2) as never[]),
    );
  });

  it.each(["anonymous", "", "12", "+266696687", "+86282452253", "602-555-0123 x4"])(
    "cannot be %j",
    async (phone_number) => {
      expect((await city.post("/api/blocked-callers", { phone_number })).status).toBe(400);
    },
  );
});

it("a call that the agent made says so, and a stranger's call with somebody else's number does not", async () => {
  const made = { direction: "outbound", from_number: CITY.phoneNumber, to_number: "+16025550119" };
  await tell("call_ended", { call_id: "made", ...made });
  expect(await open("made")).toMatchObject({ direction: "outbound", to_number: "+16025550119" });
  await tell("call_ended", { call_id: "neighbour", from_number: COAST.phoneNumber });
  expect(await open("neighbour")).toMatchObject({ direction: "inbound", from_number: COAST.phoneNumber });
  const removed = "+15205550199";
  await env.DB.prepare("UPDATE calls SET from_number = ?1, own_number = ?1 WHERE call_id = 'made'").bind(removed).run();
  expect(await open("made"), "its number was removed since").toMatchObject({ direction: "outbound" });
});
