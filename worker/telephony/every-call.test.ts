import { env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ring } from "../testing/app.ts";
import { fromTelnyx, fromTwilio, publicKey, TOKEN } from "../testing/carrier-requests.ts";
import { company } from "../testing/company.ts";
import { failingDatabase } from "../testing/failing-database.ts";
import { type Followed, followCall, type Phone } from "../testing/follow-xml.ts";
import { type Browser, seededAccounts } from "../testing/operator.ts";

// Every row of the decision table (docs/routing.md), at each carrier, with everything that the office's phone may do: the
// carrier's interpreter follows our documents until somebody talks.

const SID = `AC${"a".repeat(32)}`;
const OFFICE = "+15205550100";
const CALLER = "+16025550123";
const PUBLIC = "+15205550170";
const ENDS = ["answers", "no-answer", "busy", "failed", "canceled"] as const;
const CARRIERS = ["twilio", "telnyx"] as const;

/** The table itself: whether the office rings first. */
const OFFICE_FIRST: [mode: string, office: "open" | "closed", rings: boolean][] = [
  ["always", "open", false],
  ["always", "closed", false],
  ["after_hours", "open", true],
  ["after_hours", "closed", false],
  ["overflow", "open", true],
  ["overflow", "closed", true],
];

type Carrier = (typeof CARRIERS)[number];
type Shown = { voice_url: string; sip_leg: boolean; sip: Record<string, number | null> };

let mesa: Browser & { phone: string; id: string };
let keys: CryptoKeyPair;
let numberId: string;
let calls = 0;

beforeAll(async () => {
  await seededAccounts();
  mesa = await company({ office_phone: OFFICE, ring_seconds: 18 });
  keys = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  await mesa.put("/api/carriers/twilio", { account_sid: SID, auth_token: TOKEN });
  await mesa.put("/api/carriers/telnyx", { public_key: await publicKey(keys) });
  const { items } = await (await mesa.get("/api/phone-numbers")).json<{ items: { id: string }[] }>();
  numberId = items[0]?.id ?? "";
});

beforeEach(async () => {
  await env.DB.exec("DELETE FROM routed_calls");
});

describe.each(CARRIERS)("at %s", (carrier) => {
  it.each(OFFICE_FIRST)("%s while the office is %s", async (mode, office, officeRings) => {
    await settings(mode, office);
    await chooseWay(carrier);
    for (const does of ENDS) {
      const officeTalks = officeRings && does === "answers";
      expect(await call(carrier, { does }), does).toEqual({
        dialled: [...(officeRings ? [OFFICE] : []), ...(officeTalks ? [] : [mesa.phone])],
        talked: officeTalks ? OFFICE : mesa.phone,
        shown: [...(officeRings ? [CALLER] : []), ...(officeTalks ? [] : [CALLER])],
      });
    }
  });

  it.each([
    ["1", OFFICE],
    ["", "the agent"],
    ["2", "the agent"],
  ])("whoever picks up at the office and presses %j", async (pressed, talks) => {
    await settings("overflow", "open");
    await chooseWay(carrier, { press_one: true });
    const { talked } = await call(carrier, { does: "answers", pressed });
    expect(talked).toBe(talks === OFFICE ? OFFICE : mesa.phone);
    await chooseWay(carrier, { press_one: false });
  });

  it("a caller whose number is withheld is shown as the dialled number on every leg", async () => {
    await settings("overflow", "open");
    await chooseWay(carrier);
    expect(await call(carrier, { does: "busy" }, { From: "anonymous" })).toMatchObject({ shown: [PUBLIC, PUBLIC] });
  });

  it("while the database is down, a call goes the same way", async () => {
    await settings("after_hours", "open");
    await chooseWay(carrier);
    const { d1, fail } = failingDatabase(env.DB);
    fail(true);
    for (const does of ENDS) {
      const { talked } = await call(carrier, { does }, {}, { DB: d1 });
      expect(talked, does).toBe(does === "answers" ? OFFICE : mesa.phone);
    }
  });
});

describe.each(CARRIERS)("over SIP at %s", (carrier) => {
  beforeEach(async () => {
    await settings("overflow", "open");
    await env.DB.exec("UPDATE number_routes SET sip_leg = 0, sip_proven_for = NULL, sip_try_until = NULL");
    await chooseWay(carrier, { sip_leg: false });
  });
  const overSip = (xml: Followed) => xml.dialled.filter((to) => to.startsWith("sip:"));
  const switchOn = () =>
    mesa.put(`/api/phone-numbers/${numberId}/route`, {
      method: `${carrier}_live`,
      public_number: PUBLIC,
      sip_leg: true,
    });

  it("no call goes until it was tried, and it cannot be switched on before a call has proven it", async () => {
    expect(overSip(await call(carrier, { does: "busy" }))).toEqual([]);
    const refused = await switchOn();
    expect(refused.status).toBe(400);
    expect((await refused.json<{ error: { fields: object } }>()).error.fields).toHaveProperty("sip_leg");
  });

  it("a call proves it, is told from others by a header that only its carrier and we know, and then it can stay on", async () => {
    expect((await mesa.post(`/api/phone-numbers/${numberId}/route/sip-probe`)).status).toBe(201);
    const [address = ""] = overSip(await call(carrier, { does: "no-answer" }));
    expect(address).toMatch(
      new RegExp(`^sip:\\${mesa.phone}@sip.retellai.com;transport=tcp\\?X-Nd-Reason=no-answer&X-Nd-Call=`),
    );
    await ringFrom(address, { "x-nd-call": "another call" });
    expect((await shown()).sip.proven_at, "a made-up header proves nothing").toBeNull();

    const [next = ""] = overSip(await call(carrier, { does: "busy" }));
    expect(await ringFrom(next)).toMatchObject({ forward_reason: "user-busy", caller_number: CALLER });
    expect((await shown()).sip).toMatchObject({ proven_at: expect.any(Number), trying_until: null });
    expect(overSip(await call(carrier, { does: "busy" })), "tried, but not switched on").toEqual([]);
    expect((await switchOn()).status).toBe(200);
    expect(overSip(await call(carrier, { does: "busy" }))).toHaveLength(1);
  });

  it("a call that Retell does not take reaches the agent by its number, and the page says so", async () => {
    await mesa.post(`/api/phone-numbers/${numberId}/route/sip-probe`);
    for (const does of ["failed", "busy", "no-answer"] as const) {
      const followed = await call(carrier, { does: "no-answer" }, {}, {}, { does });
      expect(followed, does).toMatchObject({ talked: mesa.phone, dialled: [OFFICE, expect.any(String), mesa.phone] });
    }
    expect((await shown()).sip).toMatchObject({ proven_at: null, failed_at: expect.any(Number) });
  });

  it("what one account has proven does not count for another account", async () => {
    await mesa.post(`/api/phone-numbers/${numberId}/route/sip-probe`);
    await ringFrom(overSip(await call(carrier, { does: "busy" }))[0] ?? "");
    expect((await switchOn()).status).toBe(200);
    await env.DB.exec("UPDATE number_routes SET sip_proven_for = 'another account'");
    expect(overSip(await call(carrier, { does: "busy" }))).toEqual([]);
    expect((await shown()).sip_leg).toBe(false);
  });

  it("while the database is down, the agent still knows why the call comes", async () => {
    const { d1, fail } = failingDatabase(env.DB);
    await mesa.post(`/api/phone-numbers/${numberId}/route/sip-probe`);
    fail(true);
    const [address = ""] = overSip(await call(carrier, { does: "busy" }, {}, { DB: d1 }));
    expect(await ringFrom(address, {}, { DB: d1 })).toMatchObject({ forward_reason: "user-busy" });
  });
});

it.each([
  ["tenant_loaded", "another company's id"],
  ["no-answer; DROP", "a word that we do not use"],
])("a header of a stranger who sends %j counts as no reason", async (sent) => {
  const headers = { "x-nd-reason": sent, "x-nd-tenant": "someone", "x-nd-call": "CA1" };
  const response = await ring(mesa.phone, CALLER, { call_id: crypto.randomUUID(), custom_sip_headers: headers });
  const { call_inbound } = await response.json<{ call_inbound: { dynamic_variables: object; metadata: object } }>();
  expect(call_inbound.dynamic_variables).toMatchObject({ forward_reason: "", user_id: mesa.id });
  expect(call_inbound.metadata).toMatchObject({ tenant_id: mesa.id });
});

/** Calls the public number. The agent answers unless `agentOverSip` says otherwise for a SIP leg. */
function call(
  carrier: Carrier,
  office: Phone,
  more: Record<string, string> = {},
  bindings = {},
  agentOverSip: Phone = { does: "answers" },
): Promise<Followed> {
  calls += 1;
  const CallSid = carrier === "twilio" ? `CA${calls}` : `v3:${calls}`;
  const ask = async (url: string, params: Record<string, string>) => {
    const sent: Record<string, string> = { CallSid, AccountSid: SID, From: CALLER, To: PUBLIC, ...more, ...params };
    if (params.ParentCallSid) sent.ParentCallSid = CallSid;
    const body = new URLSearchParams(sent).toString();
    const response = await (carrier === "twilio"
      ? fromTwilio(url, body, {}, bindings)
      : fromTelnyx(url, body, { keys }, bindings));
    expect(response.status).toBe(200);
    return response.text();
  };
  const phones = (to: string): Phone =>
    to === OFFICE ? office : to.startsWith("sip:") ? agentOverSip : { does: "answers" };
  return voiceUrl().then((url) => followCall(carrier, url, ask, phones));
}

/** The call arrives at Retell with the headers of its SIP address. */
async function ringFrom(address: string, instead: Record<string, string> = {}, bindings = {}) {
  const sent = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
  const lower = Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]);
  const custom_sip_headers = { ...Object.fromEntries(lower), ...instead };
  const body = { call_id: crypto.randomUUID(), custom_sip_headers };
  const response = await ring(mesa.phone, CALLER, body, bindings);
  const answer = await response.json<{ call_inbound: { dynamic_variables: Record<string, string> } }>();
  return answer.call_inbound.dynamic_variables;
}

/** Around the clock, or closed at all times. */
async function settings(forwarding_mode: string, office: "open" | "closed"): Promise<void> {
  const weekly_hours = office === "open" ? null : {};
  const hours = { business_hours_start: 0, business_hours_end: 0, weekly_hours };
  expect((await mesa.put("/api/tenant-config", { forwarding_mode, ...hours })).status).toBe(200);
}

async function chooseWay(carrier: Carrier, more: object = {}): Promise<void> {
  const way = { method: `${carrier}_live`, public_number: PUBLIC, ...more };
  expect((await mesa.put(`/api/phone-numbers/${numberId}/route`, way)).status).toBe(200);
}

async function shown(): Promise<Shown> {
  return (await mesa.get(`/api/phone-numbers/${numberId}/route`)).json();
}

async function voiceUrl(): Promise<string> {
  return (await shown()).voice_url;
}
