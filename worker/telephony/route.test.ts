import { env } from "cloudflare:test";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ring } from "../testing/app.ts";
import { fromTelnyx, fromTwilio, publicKey, TOKEN } from "../testing/carrier-requests.ts";
import { company } from "../testing/company.ts";
import { failingDatabase } from "../testing/failing-database.ts";
import type { Browser } from "../testing/operator.ts";
import { seededAccounts } from "../testing/operator.ts";
import { RING_MARGIN_MS } from "./ring-window.ts";

const SID = `AC${"a".repeat(32)}`;
const OTHER_SID = `AC${"b".repeat(32)}`;
const OFFICE = "+15205550100";
const CALLER = "+16025550123";
const PUBLIC = "+15205550170";
const OTHER_PUBLIC = "+15205550171";

type Company = Browser & { phone: string; id: string };
type Route = {
  voice_url: string;
  decision_url: string;
  steps: { id: string; done: boolean | null }[];
  proven: Record<string, number | null>;
};

let mesa: Company;
let yuma: Company;
let mesaKeys: CryptoKeyPair;

beforeAll(async () => {
  await seededAccounts();
  // Two companies that share one office: the same desk answers for both.
  mesa = await company({ forwarding_mode: "after_hours", office_phone: OFFICE, ring_seconds: 18 });
  yuma = await company({ forwarding_mode: "overflow", office_phone: OFFICE, ring_seconds: 12 });
  await mesa.put("/api/carriers/twilio", { account_sid: SID, auth_token: TOKEN });
  await yuma.put("/api/carriers/twilio", { account_sid: OTHER_SID, auth_token: `${TOKEN}-yuma` });
  mesaKeys = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  await mesa.put("/api/carriers/telnyx", { public_key: await publicKey(mesaKeys) });
});

beforeEach(async () => {
  await open(mesa, true);
  await mesa.delete("/api/answering-override");
  await env.DB.exec("DELETE FROM routed_calls");
  await routeOf(mesa, "twilio_live", PUBLIC);
  await routeOf(yuma, "twilio_live", OTHER_PUBLIC);
});

describe("Twilio asks where a call goes", () => {
  it("rings the office while it is open, then the agent", async () => {
    expect(await asked(mesa)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><Response><Dial timeout="18" answerOnBridge="true" action="${await afterDialUrl(mesa)}" method="POST" callerId="${CALLER}"><Number>${OFFICE}</Number></Dial></Response>`,
    );
    for (const status of ["no-answer", "busy", "failed", "canceled"]) {
      expect(await afterDial(mesa, status), status).toContain(`<Number>${mesa.phone}</Number>`);
    }
  });

  it("sends the call to the agent while the office is closed", async () => {
    await open(mesa, false);
    const xml = await asked(mesa);
    expect(xml).toContain(`callerId="${CALLER}"><Number>${mesa.phone}</Number></Dial></Response>`);
    expect(xml).not.toContain(OFFICE);
  });

  it.each(["completed", "answered"])("hangs up when somebody at the office talked (%s)", async (status) => {
    expect(await afterDial(mesa, status)).toContain("<Response><Hangup/></Response>");
  });

  it.each(["anonymous", "Restricted", "12", "sip:jo@example.com", ""])(
    "shows the dialled number for a caller who is %j",
    async (From) => {
      expect(await asked(mesa, { From })).toContain(`callerId="${PUBLIC}"`);
    },
  );

  it("gives the same answer to a carrier that asks again about one call", async () => {
    expect(await asked(mesa, { CallSid: "CA1" })).toContain(OFFICE);
    expect(await asked(mesa, { CallSid: "CA1" }), "the first answer came too late").toContain(OFFICE);
  });

  it("rings the office again for a caller who calls again after it has stopped ringing, even if nobody told us so", async () => {
    expect(await asked(mesa, { CallSid: "CA1" })).toContain(OFFICE);
    await env.DB.exec(`UPDATE routed_calls SET received_at = received_at - ${18_000 + RING_MARGIN_MS}`);
    expect(await asked(mesa, { CallSid: "CA2" })).toContain(OFFICE);
    expect(await asked(mesa, { CallSid: "CA3" }), "and while that one rings, it is a loop").toContain(mesa.phone);
  });

  it("ends at the agent when the office's line sends the call back", async () => {
    expect(await asked(mesa, { CallSid: "CA1" })).toContain(OFFICE);
    expect(await asked(mesa, { CallSid: "CA2" }), "the same caller comes back").toContain(mesa.phone);
    expect(await asked(mesa, { CallSid: "CA3", From: PUBLIC }), "a withheld caller comes back").toContain(mesa.phone);
    expect(await asked(mesa, { CallSid: "CA4", From: OFFICE }), "the office itself calls").toContain(mesa.phone);
    expect(await asked(mesa, { CallSid: "CA5", From: mesa.phone }), "the agent's number calls").toContain(mesa.phone);
  });

  it("follows the manual switch from the next call on, and the schedule after it", async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await mesa.put("/api/answering-override", { answers: "agent", until })).status).toBe(200);
    expect(await asked(mesa, { CallSid: "CA1" })).toContain(mesa.phone);
    await open(mesa, false);
    await mesa.put("/api/answering-override", { answers: "office", until });
    expect(await asked(mesa, { CallSid: "CA2" })).toContain(OFFICE);
    await mesa.delete("/api/answering-override");
    expect(await asked(mesa, { CallSid: "CA3", From: "+16025550124" })).toContain(mesa.phone);
  });

  it("tells a Studio flow the same, as JSON with the one content type that it reads", async () => {
    const { decision_url } = await shownRoute(mesa);
    const response = await fromTwilio(
      `${decision_url}?From=${encodeURIComponent(CALLER)}&To=${encodeURIComponent(PUBLIC)}`,
      null,
    );
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({
      route: "office",
      reason: "open",
      office_phone: OFFICE,
      agent_number: mesa.phone,
      ring_seconds: 18,
    });
  });
});

describe("the Studio flow to download", () => {
  it("asks at this number's own address, and can be downloaded once Studio is its way", async () => {
    const { items } = await (await mesa.get("/api/phone-numbers")).json<{ items: { id: string }[] }>();
    const path = `/api/phone-numbers/${items[0]?.id}/route/studio-flow.json`;
    expect((await mesa.get(path)).status, "another way is chosen").toBe(409);
    await routeOf(mesa, "twilio_studio", PUBLIC);
    const response = await mesa.get(path);
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const text = await response.text();
    expect(text).toContain((await shownRoute(mesa)).decision_url);
    expect(text).toContain(mesa.phone);
    expect((await yuma.get(path)).status, "another company's number").toBe(404);
  });
});

describe("a Studio flow", () => {
  const tell = async (params: Record<string, string>) => {
    const { decision_url } = await shownRoute(mesa);
    const sent = new URLSearchParams({ From: CALLER, To: PUBLIC, CallSid: "CA0", ...params });
    const path = "DialCallStatus" in params ? "office-end" : "decision";
    const response = await fromTwilio(`${decision_url.replace(/decision$/, path)}?${sent}`, null);
    expect(response.headers.get("content-type")).toBe("application/json");
    return response.json();
  };
  beforeEach(() => routeOf(mesa, "twilio_studio", PUBLIC));

  it("tells us how the office's leg ended, so the agent and the page know it too", async () => {
    await tell({});
    expect(await tell({ DialCallStatus: "busy", DialCallDuration: "" })).toEqual({ route: "agent" });
    expect(await variables(CALLER)).toMatchObject({ forward_reason: "user-busy" });
    expect((await shownRoute(mesa)).proven.agent_after_office_at).toEqual(expect.any(Number));
    expect((await legs(mesa))[0]).toMatchObject({
      office: { ended: "busy" },
      agent: { reached_at: expect.any(Number) },
    });
    expect(await tell({ CallSid: "CA2" }), "who calls again").toMatchObject({ route: "office" });
    expect(await tell({ CallSid: "CA2", DialCallStatus: "completed" })).toEqual({ route: "nobody" });
  });

  it("whose caller hung up while the office rang sends nobody to the agent", async () => {
    await tell({});
    await tell({ DialCallStatus: "canceled", CallStatus: "completed" });
    expect((await legs(mesa))[0]).toMatchObject({ office: { ended: "canceled" }, agent: null });
  });

  it("that does not tell us makes the page say so, rather than that the office still rings", async () => {
    await tell({});
    expect((await legs(mesa))[0]).toMatchObject({ office: { ended: null } });
    await env.DB.exec(`UPDATE routed_calls SET received_at = received_at - ${18_000 + RING_MARGIN_MS}`);
    expect((await legs(mesa))[0]).toMatchObject({ office: { ended: "not_told" } });
  });

  it("is refused unsigned, like every other request", async () => {
    const url = `${(await shownRoute(mesa)).decision_url.replace(/decision$/, "office-end")}?CallSid=CA0&DialCallStatus=busy`;
    expect((await fromTwilio(url, null, { signature: null })).status).toBe(403);
  });
});

describe("Telnyx asks", () => {
  it("gets the same answer, without any word that it does not know", async () => {
    await routeOf(mesa, "telnyx_live", PUBLIC);
    const { voice_url } = await shownRoute(mesa);
    const response = await fromTelnyx(voice_url, form(), { keys: mesaKeys });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/xml");
    const xml = await response.text();
    expect(xml).toContain(`<Dial timeout="18" action="${voice_url.replace(/voice$/, "after-dial")}"`);
    expect(xml).not.toContain("answerOnBridge");
  });

  it("is refused with a body that was altered, an old time, or another company's key", async () => {
    await routeOf(mesa, "telnyx_live", PUBLIC);
    const { voice_url } = await shownRoute(mesa);
    const [body, seconds] = [form(), Math.floor(Date.now() / 1000)];
    expect((await fromTelnyx(voice_url, body, { sent: `${body}&x=1`, keys: mesaKeys })).status).toBe(403);
    expect((await fromTelnyx(voice_url, body, { at: seconds - 301, keys: mesaKeys })).status).toBe(403);
    const others = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
    expect((await fromTelnyx(voice_url, body, { keys: others })).status).toBe(403);
  });
});

describe("only the company's carrier gets an answer", () => {
  it("the vendor's own test vector is accepted", () => {
    const params = {
      Caller: "+14158675309",
      CallSid: "CA1234567890ABCDE",
      Digits: "1234",
      From: "+14158675309",
      To: "+18005551212",
    };
    const signature = getExpectedTwilioSignature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", params);
    expect(signature).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  });

  it.each([
    ["no signature", { signature: null }],
    ["another token", { token: "another" }],
    ["another company's token", { token: `${TOKEN}-yuma` }],
    ["a shared key that we do not have, though the token fits", { sharedKey: "webhooks_key_1" }],
    ["another address", { signedUrl: "https://nightdesk.example/telephony/twilio/x/voice" }],
  ])("with %s it is 403, and nothing is noted", async (_, signing) => {
    const { voice_url } = await shownRoute(mesa);
    expect((await fromTwilio(voice_url, form(), signing)).status).toBe(403);
    expect(await routedCalls()).toBe(0);
  });

  it("with another account's SID it is 403, whoever signed it", async () => {
    const { voice_url } = await shownRoute(mesa);
    expect((await fromTwilio(voice_url, form({ AccountSid: OTHER_SID }))).status).toBe(403);
  });

  it("with parameters that were altered after signing it is 403", async () => {
    const { voice_url } = await shownRoute(mesa);
    const body = form();
    expect((await fromTwilio(voice_url, body, { sent: body.replace("520555", "900555") })).status).toBe(403);
  });

  it("a token that is unknown, or was renewed, is 404", async () => {
    const { voice_url } = await shownRoute(mesa);
    for (const token of ["nobody", "x".repeat(43)]) {
      expect((await fromTwilio(voice_url.replace(/twilio\/[^/]+/, `twilio/${token}`), form())).status).toBe(404);
    }
    expect((await mesa.post(`/api/phone-numbers/${await numberId(mesa)}/route/token`)).status).toBe(201);
    expect((await fromTwilio(voice_url, form())).status).toBe(404);
  });

  it("an address that tries many tokens has to wait, and a carrier that knows one does not", async () => {
    const { voice_url } = await shownRoute(mesa);
    const counted: string[] = [];
    const API_LIMIT = {
      limit: async ({ key }: { key: string }) => ({ success: counted.push(key) <= 2 }),
    };
    const tries = [];
    for (const token of ["a", "b".repeat(43), "c"]) {
      const url = voice_url.replace(/twilio\/[^/]+/, `twilio/${token}`);
      tries.push((await fromTwilio(url, form(), {}, { API_LIMIT }, "203.0.113.9")).status);
    }
    expect(tries).toEqual([404, 404, 429]);
    expect((await fromTwilio(voice_url, form(), {}, { API_LIMIT }, "203.0.113.9")).status).toBe(200);
    expect(new Set(counted)).toEqual(new Set(["unknown:203.0.113.9"]));
  });

  it("another company's signature does not open this company's route", async () => {
    const { voice_url } = await shownRoute(yuma);
    expect((await fromTwilio(voice_url, form(), { token: TOKEN })).status).toBe(403);
    expect((await fromTwilio(voice_url, form({ AccountSid: OTHER_SID }), { token: `${TOKEN}-yuma` })).status).toBe(200);
  });

  it("the token before stays valid for a day after a new one, and no longer", async () => {
    const next = "f".repeat(32);
    await mesa.put("/api/carriers/twilio", { account_sid: SID, auth_token: next });
    const { voice_url } = await shownRoute(mesa);
    expect((await fromTwilio(voice_url, form(), { token: TOKEN })).status).toBe(200);
    expect((await fromTwilio(voice_url, form(), { token: next })).status).toBe(200);
    await env.DB.exec("UPDATE carrier_accounts SET token_set_at = token_set_at - 86400001");
    expect((await fromTwilio(voice_url, form(), { token: TOKEN })).status).toBe(403);
    await mesa.put("/api/carriers/twilio", { account_sid: SID, auth_token: TOKEN });
  });
});

describe("whoever picks up at the office presses 1", () => {
  const pressOne = async (press_one: boolean) =>
    mesa.put(`/api/phone-numbers/${await numberId(mesa)}/route`, {
      method: "twilio_live",
      public_number: PUBLIC,
      press_one,
    });
  beforeEach(async () => {
    expect((await pressOne(true)).status).toBe(200);
  });
  afterAll(() => pressOne(false));
  const leg = async (path: string, more: Record<string, string> = {}) => {
    const url = (await shownRoute(mesa)).voice_url.replace(/voice$/, path);
    const body = form({ CallSid: "CA-office", ParentCallSid: "CA0", From: CALLER, To: OFFICE, ...more });
    return (await fromTwilio(url, body)).text();
  };

  it("the office is asked for the key, and pressing it connects the call", async () => {
    const screen = `${(await shownRoute(mesa)).voice_url.replace(/voice$/, "screen")}`;
    expect(await asked(mesa)).toContain(`<Number url="${screen}" method="POST">${OFFICE}</Number>`);
    const question = await leg("screen");
    expect(question).toMatch(/<Gather numDigits="1" .*Press 1.*<\/Gather><Hangup\/><\/Response>$/);
    expect(await leg("screened", { Digits: "1" })).toMatch(/<Response\/>$/);
    expect(await afterDial(mesa, "completed")).toContain("<Hangup/>");
    expect((await shownRoute(mesa)).proven.voicemail_suspected_at).toBeNull();
  });

  it.each(["", "2"])("a voicemail that presses %j is hung up on, and the agent answers", async (Digits) => {
    await asked(mesa);
    expect(await leg("screened", { Digits })).toContain("<Hangup/>");
    expect(await afterDial(mesa, "completed")).toContain(`<Number>${mesa.phone}</Number>`);
    expect(await variables(CALLER)).toMatchObject({ forward_reason: "no-answer" });
  });

  it("nobody else can press the key for them", async () => {
    await asked(mesa);
    const url = (await shownRoute(mesa)).voice_url.replace(/voice$/, "screened");
    const theirs = (await shownRoute(yuma)).voice_url.replace(/voice$/, "screened");
    const body = { CallSid: "CA-office", ParentCallSid: "CA0", Digits: "1" };
    expect((await fromTwilio(url, form(body), { token: "another" })).status).toBe(403);
    await fromTwilio(theirs, form({ ...body, AccountSid: OTHER_SID }), { token: `${TOKEN}-yuma` });
    expect(await afterDial(mesa, "completed")).toContain(mesa.phone);
  });

  it("without the key, a call that ends within seconds makes the page show a warning", async () => {
    await pressOne(false);
    await asked(mesa);
    await afterDial(mesa, "completed");
    expect((await shownRoute(mesa)).proven.voicemail_suspected_at).toEqual(expect.any(Number));
  });
});

describe("the page follows a call", () => {
  it("leg by leg, with how long each took", async () => {
    const calls = () => legs(mesa);
    await asked(mesa);
    expect(await calls()).toMatchObject([{ office: { ended: null }, agent: null }]);
    await afterDial(mesa, "no-answer");
    expect(await calls()).toMatchObject([
      { office: { ended: "no-answer", milliseconds: expect.any(Number) }, agent: { reached_at: null } },
    ]);
    await variables(CALLER);
    expect(await calls()).toMatchObject([{ agent: { sent_at: expect.any(Number), reached_at: expect.any(Number) } }]);
    await routeOf(mesa, "forwarding", PUBLIC);
    expect((await calls())[0], "a forwarded call").toMatchObject({ office: null, agent: { sent_at: null } });
  });
});

describe("while the database does not answer", () => {
  const down = () => {
    const { d1, fail } = failingDatabase(env.DB);
    fail(true);
    return { DB: d1 };
  };

  it("calls go where they last went", async () => {
    const { voice_url } = await shownRoute(mesa);
    const response = await fromTwilio(voice_url, form(), {}, down());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(OFFICE);
  });

  it("or is slower than the caller may wait", async () => {
    const { voice_url } = await shownRoute(mesa);
    const never = new Promise<never>(() => undefined);
    const statement = {
      bind: () => statement,
      all: () => never,
      raw: () => never,
      run: () => never,
      first: () => never,
    };
    const response = await fromTwilio(voice_url, form(), {}, { DB: { prepare: () => statement, batch: () => never } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(OFFICE);
  });

  it("also after the office's leg, and for a flow's decision", async () => {
    const { voice_url, decision_url } = await shownRoute(mesa);
    const after = form({ DialCallStatus: "no-answer" });
    const response = await fromTwilio(voice_url.replace(/voice$/, "after-dial"), after, {}, down());
    expect(await response.text()).toContain(`<Number>${mesa.phone}</Number>`);
    expect(await (await fromTwilio(`${decision_url}?From=x`, null, {}, down())).json()).toMatchObject({
      route: "office",
    });
  });

  it("while KV is down as well, the carrier's fallback is left to answer", async () => {
    const { voice_url } = await shownRoute(mesa);
    const KV = { get: () => Promise.reject(new Error("KV is out of reach")) };
    expect((await fromTwilio(voice_url, form(), {}, { ...down(), KV })).status).toBe(503);
    expect((await fromTwilio(voice_url, form(), {}, { KV })).status, "without KV nobody can prove themselves").toBe(
      403,
    );
  });

  it("an unknown route is left to the carrier's fallback, and nobody unsigned is answered", async () => {
    const { voice_url } = await shownRoute(mesa);
    expect(
      (await fromTwilio(voice_url.replace(/twilio\/[^/]+/, `twilio/${"x".repeat(43)}`), form(), {}, down())).status,
    ).toBe(503);
    expect((await fromTwilio(voice_url, form(), { token: "another" }, down())).status).toBe(403);
  });
});

describe("the agent knows why a call comes", () => {
  it.each([
    ["no-answer", "no-answer"],
    ["busy", "user-busy"],
    ["failed", "unavailable"],
  ])("after %s of the office", async (status, word) => {
    await asked(mesa);
    await afterDial(mesa, status);
    expect(await variables(CALLER)).toMatchObject({ forward_reason: word, caller_number: CALLER });
    expect(await variables(CALLER), "a second ring is another call").toMatchObject({ forward_reason: "" });
  });

  it("while the office is closed, and not the number of a caller who withholds it", async () => {
    await open(mesa, false);
    await asked(mesa, { From: "anonymous" });
    expect(await variables(PUBLIC)).toMatchObject({
      forward_reason: "time-of-day",
      caller_number: "",
      is_open: "false",
    });
  });

  it("and what was routed for one company never counts for another", async () => {
    await open(mesa, false);
    await asked(mesa);
    expect(await variables(CALLER, yuma.phone)).toMatchObject({ forward_reason: "" });
    expect(await variables(CALLER)).toMatchObject({ forward_reason: "time-of-day" });
  });

  it("and the page sees each leg proven", async () => {
    await asked(mesa);
    await afterDial(mesa, "no-answer");
    await variables(CALLER);
    const { proven, steps } = await shownRoute(mesa);
    expect(proven).toMatchObject({ carrier_asked_at: expect.any(Number), agent_after_office_at: expect.any(Number) });
    expect(proven.agent_directly_at).toBeNull();
    expect(Object.fromEntries(steps.map(({ id, done }) => [id, done]))).toMatchObject({
      url: true,
      let_it_ring: true,
      while_closed: false,
    });
  });
});

describe("routes that would go round in circles are refused with words", () => {
  it.each([
    ["the agent's own number", () => mesa.phone],
    ["the office phone", () => OFFICE],
    ["nothing", () => ""],
  ])("a live route of %s", async (_, number) => {
    const response = await mesa.put(`/api/phone-numbers/${await numberId(mesa)}/route`, {
      method: "twilio_live",
      public_number: number(),
    });
    expect(response.status).toBe(400);
    expect((await response.json<{ error: { fields: object } }>()).error.fields).toHaveProperty("public_number");
  });
});

async function routeOf({ put, ...browser }: Company, method: string, public_number: string): Promise<void> {
  const response = await put(`/api/phone-numbers/${await numberId({ put, ...browser })}/route`, {
    method,
    public_number,
  });
  expect(response.status, await response.clone().text()).toBe(200);
}

async function numberId({ get }: Browser): Promise<string> {
  const { items } = await (await get("/api/phone-numbers")).json<{ items: { id: string }[] }>();
  return items[0]?.id ?? "";
}

async function shownRoute(browser: Browser): Promise<Route> {
  return (await browser.get(`/api/phone-numbers/${await numberId(browser)}/route`)).json();
}

async function legs(browser: Browser): Promise<object[]> {
  const path = `/api/phone-numbers/${await numberId(browser)}/route/calls?since=0`;
  return (await (await browser.get(path)).json<{ items: object[] }>()).items;
}

async function afterDialUrl(browser: Browser): Promise<string> {
  return (await shownRoute(browser)).voice_url.replace(/voice$/, "after-dial");
}

/** Around the clock, or closed today and for the coming month. */
async function open({ put }: Browser, isOpen: boolean): Promise<void> {
  const weekly_hours = isOpen ? null : {};
  await put("/api/tenant-config", { business_hours_start: 0, business_hours_end: 0, weekly_hours });
}

function form(more: Record<string, string> = {}): string {
  return new URLSearchParams({
    CallSid: "CA0",
    AccountSid: SID,
    From: CALLER,
    To: PUBLIC,
    Direction: "inbound",
    ...more,
  }).toString();
}

async function asked(browser: Browser, more: Record<string, string> = {}): Promise<string> {
  const response = await fromTwilio((await shownRoute(browser)).voice_url, form(more));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/xml");
  return response.text();
}

async function afterDial(browser: Browser, DialCallStatus: string): Promise<string> {
  return (await fromTwilio(await afterDialUrl(browser), form({ DialCallStatus, DialCallDuration: "0" }))).text();
}

async function variables(from: string, to = mesa.phone): Promise<Record<string, string>> {
  const { call_inbound } = await (await ring(to, from, { call_id: crypto.randomUUID() })).json<{
    call_inbound: { dynamic_variables: Record<string, string> };
  }>();
  return call_inbound.dynamic_variables;
}

async function routedCalls(): Promise<number> {
  const row = await env.DB.prepare("SELECT count(*) AS n FROM routed_calls").first<{ n: number }>();
  return row?.n ?? 0;
}
