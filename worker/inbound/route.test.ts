import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { NEUTRAL_VARIABLES } from "../agent/defaults.ts";
import { agentDefinition } from "../agent/definition.ts";
import { openDatabase } from "../db/database.ts";
import { scopeOfDialledNumber, scopeOfUser } from "../tenancy/scope.ts";
import { fromRetell, ring, send } from "../testing/app.ts";
import { runSweep, seededAccounts, signedIn } from "../testing/operator.ts";
import { variablesIn } from "../testing/prompt-variables.ts";
import { watchedDatabase } from "../testing/watched-database.ts";
import { writeSnapshot } from "./snapshot.ts";
import { answeringProfile } from "./store/answering.ts";

type Answer = {
  call_inbound: {
    dynamic_variables: Record<string, string>;
    metadata?: Record<string, string>;
    agent_override?: { retell_llm: { begin_message: string } };
  };
};

beforeEach(() => seededAccounts());

async function answered(...call: Parameters<typeof ring>): Promise<Answer["call_inbound"]> {
  const response = await ring(...call);
  expect(response.status).toBe(200);
  return ((await response.json()) as Answer).call_inbound;
}

describe("when a known number is dialled", () => {
  it("the agent greets as that company and knows everything the prompt uses, all as text", async () => {
    const answer = await answered(CITY.phoneNumber, "+16025550100", {
      call_id: "call_1",
      custom_sip_headers: { diversion: "<sip:+15205550100@carrier.example>;reason=no-answer;counter=1" },
    });
    expect(answer.dynamic_variables).toMatchObject({
      tenant_loaded: "true",
      user_id: CITY.user.id,
      company_name: "Sun City Express",
      business_hours: "6 AM to 10 PM",
      business_hours_start: "6",
      business_hours_end: "22",
      timezone: "America/Phoenix",
      transfer_enabled: "true",
      office_phone: "",
      driver_phone: "",
      caller_number: "+16025550100",
      forward_reason: "no-answer",
    });
    expect(answer.dynamic_variables.local_time).toMatch(/^[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{1,2}:\d\d [AP]M$/);
    expect(answer.metadata).toEqual({ tenant_id: CITY.user.id, number_id: CITY.numberId });
    expect(answer.agent_override?.retell_llm.begin_message).toBe(CITY.config.welcomeMessage);
    const used = variablesIn(agentDefinition({ publicUrl: "https://nightdesk.example" }));
    for (const name of used) expect(answer.dynamic_variables, name).toHaveProperty(name);
    for (const value of Object.values(answer.dynamic_variables)) expect(typeof value).toBe("string");
  });

  it("each number is answered by its own company", async () => {
    const coast = await answered(COAST.phoneNumber);
    expect(coast.dynamic_variables).toMatchObject({
      company_name: "Sun Coast Shuttle",
      business_hours: "6 PM to 2 AM",
      after_hours_message: "Our dispatchers are back at 6 PM.",
    });
    expect(JSON.stringify(coast)).not.toContain("Sun City");
  });

  it("the plan's flat body is understood too, and unknown fields are ignored", async () => {
    const flat = { to_number: CITY.phoneNumber, from_number: "+16025550100", event_timestamp: 1, something_new: [] };
    const response = await send(await fromRetell("/retell/inbound-webhook", flat));
    expect(((await response.json()) as Answer).call_inbound.dynamic_variables.company_name).toBe("Sun City Express");
    const more = await answered(CITY.phoneNumber, "+16025550100", { agent_version: 7, from_the_future: { a: 1 } });
    expect(more.dynamic_variables.tenant_loaded).toBe("true");
  });

  it.each([
    "anonymous",
    "Restricted",
    "sip:pbx@office.example",
    "",
    "+266696687",
    "0000000000",
    "No Caller ID",
    "4001",
  ])("a caller shown as %j has no number", async (from) => {
    expect((await answered(CITY.phoneNumber, from)).dynamic_variables.caller_number).toBe("");
  });

  it.each(["16025550292", "6025550292", "sip:+16025550292@carrier.example;user=phone"])(
    "a caller sent as %s is read as +16025550292",
    async (from) => {
      expect((await answered(CITY.phoneNumber, from)).dynamic_variables.caller_number).toBe("+16025550292");
    },
  );

  it("a changed greeting is heard on the next call, with its placeholders filled in and no braces left", async () => {
    await env.DB.prepare(
      "UPDATE tenant_config SET company_name = ?, welcome_message = ?, after_hours_message = ? WHERE user_id = ?",
    )
      .bind(
        "Sun {{user_id}} City",
        "{{company_name}} is open {{business_hours}}. {{driver_phone}} {{{{x}}}}",
        "}}{{",
        CITY.user.id,
      )
      .run();
    const { dynamic_variables } = await answered(CITY.phoneNumber);
    expect(dynamic_variables.welcome_message).toContain("is open 6 AM to 10 PM.");
    expect(JSON.stringify(dynamic_variables)).not.toMatch(/\{\{|\}\}(?!$)/);
  });

  it("where no greeting was written, the default one asks for what a look-up needs under the setting", async () => {
    const greeted = async (verification: string) => {
      await env.DB.prepare("UPDATE tenant_config SET welcome_message = NULL, verification = ? WHERE user_id = ?")
        .bind(verification, CITY.user.id)
        .run();
      return (await answered(CITY.phoneNumber)).dynamic_variables.welcome_message;
    };
    expect(await greeted("confirmation_only")).toMatch(/confirmation number or the phone number .* ready\.$/);
    expect(await greeted("second_factor")).toMatch(/confirmation number or the phone number .* and the last name/);
  });

  it("odd values in other fields do not leave the call unanswered", async () => {
    const odd = { from_number: null, call_id: null, custom_sip_headers: null };
    expect((await answered(CITY.phoneNumber, "x", odd)).dynamic_variables).toMatchObject({
      tenant_loaded: "true",
      caller_number: "",
    });
    expect(
      (await answered(CITY.phoneNumber, "x", { call_id: 5, custom_sip_headers: "none" })).dynamic_variables
        .tenant_loaded,
    ).toBe("true");
  });

  it("the name of a holiday cannot insert a variable", async () => {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Phoenix" }).format(Date.now());
    const exceptions = JSON.stringify([{ date: today, label: "{{driver_phone}} day", windows: [] }]);
    await env.DB.prepare("UPDATE tenant_config SET hour_exceptions = ? WHERE user_id = ?")
      .bind(exceptions, CITY.user.id)
      .run();
    const { dynamic_variables } = await answered(CITY.phoneNumber);
    expect(dynamic_variables.business_hours).toContain("closed today");
    expect(JSON.stringify(dynamic_variables)).not.toContain("{{");
  });

  it("settings that cannot be spoken give the neutral answer, not an error", async () => {
    await env.DB.prepare("UPDATE tenant_config SET timezone = 'Mars/Olympus' WHERE user_id = ?")
      .bind(CITY.user.id)
      .run();
    expect((await answered(CITY.phoneNumber)).dynamic_variables.tenant_loaded).toBe("false");
  });

  it("the ring is recorded once, however often Retell repeats it", async () => {
    for (let i = 0; i < 3; i++) await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_1" });
    await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_2" });
    const { results } = await env.DB.prepare("SELECT * FROM inbound_log ORDER BY received_at").all();
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({
      user_id: CITY.user.id,
      number_id: CITY.numberId,
      from_number: "+16025550100",
      outcome: "answered",
    });
  });

  it("a blocked caller gets only the rejection, and only from the company that blocked them", async () => {
    await env.DB.prepare("INSERT INTO blocked_callers (id, user_id, phone_e164) VALUES ('b', ?, ?)")
      .bind(CITY.user.id, "+16025550100")
      .run();
    expect(await (await ring(CITY.phoneNumber, "+16025550100")).json()).toEqual({ call_inbound: { reject: true } });
    expect((await answered(COAST.phoneNumber, "+16025550100")).dynamic_variables.tenant_loaded).toBe("true");
    expect((await answered(CITY.phoneNumber, "+16025550101")).dynamic_variables.tenant_loaded).toBe("true");
  });
});

describe("when nobody has the number", () => {
  it.each(["+12125550123", "not a number", "+1"])("%j gets a polite agent without any data", async (to) => {
    const answer = await answered(to, "+16025550100");
    expect(answer.dynamic_variables).toEqual({ ...NEUTRAL_VARIABLES, caller_number: "+16025550100" });
    expect(answer).not.toHaveProperty("metadata");
    expect(JSON.stringify(answer)).not.toMatch(/Sun City|Sun Coast/);
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM unclaimed_rings WHERE to_number = ?").bind(to).first("n"),
    ).toBe(1);
  });

  it("or its company has no settings yet, the ring still proves this number and no other", async () => {
    await env.DB.prepare("DELETE FROM tenant_config WHERE user_id = ?").bind(CITY.user.id).run();
    await env.DB.prepare("UPDATE tenant_phone_numbers SET verified_at = NULL").run();
    expect((await answered(CITY.phoneNumber, "+16025550100")).dynamic_variables.tenant_loaded).toBe("false");
    const proven = await env.DB.prepare(
      "SELECT phone_number FROM tenant_phone_numbers WHERE verified_at IS NOT NULL",
    ).all();
    expect(proven.results).toEqual([{ phone_number: CITY.phoneNumber }]);
  });

  it("a stored ring from a former owner's time does not prove the number for the present owner", async () => {
    await env.DB.prepare("UPDATE tenant_phone_numbers SET verified_at = NULL, created_at = ?")
      .bind(Date.now() + 60_000)
      .run();
    await env.DB.prepare("DELETE FROM tenant_config WHERE user_id = ?").bind(CITY.user.id).run();
    await answered(CITY.phoneNumber, "+16025550100");
    const verified = await env.DB.prepare("SELECT verified_at FROM tenant_phone_numbers WHERE id = ?")
      .bind(CITY.numberId)
      .first("verified_at");
    expect(verified).toBeNull();
  });
});

it.each([
  { event: "chat_inbound", chat_inbound: { from_number: "+16025550100", to_number: CITY.phoneNumber } },
  { event: "chat_started", chat: { chat_id: "chat_1" } },
  { event: "call_ended", call: { call_id: "call_1", to_number: CITY.phoneNumber } },
])("what is no call (%j) is answered without anything of a company", async (body) => {
  const response = await send(await fromRetell("/retell/inbound-webhook", body));
  expect(response.status).toBe(200);
  const answer = JSON.stringify(await response.json());
  expect(answer).not.toMatch(/Sun City|tenant_id/);
  if (body.event === "chat_inbound")
    expect(JSON.parse(answer).chat_inbound.dynamic_variables.tenant_loaded).toBe("false");
});

it.each([[{}], [{ call_inbound: {} }], [{ to_number: 5 }], [[]], ["text"], [null]])(
  "a body without a dialled number (%j) is refused with the field to give",
  async (body) => {
    const response = await send(await fromRetell("/retell/inbound-webhook", JSON.stringify(body)));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "validation_failed", fields: expect.any(Object) } });
  },
);

describe("when the database does not answer", () => {
  const failing = {
    prepare: () => {
      throw new Error("D1 is down");
    },
  } as unknown as D1Database;
  const silent = new Proxy(env.DB, {
    get: (db, property) =>
      property === "prepare"
        ? (query: string) => (query.startsWith("select") ? never : db.prepare(query))
        : Reflect.get(db, property),
  });
  const never = new Proxy({} as Record<string, unknown>, {
    get: (_, property) => (property === "bind" ? () => never : () => new Promise(() => {})),
  });

  async function setAside(): Promise<number> {
    return (await env.ARCHIVE.list({ prefix: "set-aside-rings/" })).objects.length;
  }

  async function keepSnapshot() {
    const known = await answeringProfile(scopeOfDialledNumber(CITY.phoneNumber), openDatabase(env.DB), null);
    if (known) await writeSnapshot(scopeOfUser(CITY.user.id), env.KV, { profile: known.profile, blocked: [] });
  }

  it("the last known answer of that number is given, and says that it is stale", async () => {
    await keepSnapshot();
    const answer = await answered(CITY.phoneNumber, "+16025550100", {}, { DB: failing });
    expect(answer.dynamic_variables).toMatchObject({ tenant_loaded: "true", company_name: "Sun City Express" });
    expect(answer.metadata).toEqual({ tenant_id: CITY.user.id, number_id: CITY.numberId, stale: "true" });
  });

  it("the log contains no phone number", async () => {
    const log = vi.spyOn(console, "log");
    await answered(CITY.phoneNumber, "+16025550100", {}, { DB: failing });
    const lines = log.mock.calls.flat().join("\n");
    log.mockRestore();
    expect(lines).toContain("database_unreachable");
    expect(lines).not.toMatch(/\+1602|\+1520/);
  });

  it("a number without a last known answer gets the neutral one", async () => {
    const answer = await answered(COAST.phoneNumber, "+16025550100", {}, { DB: failing });
    expect(answer.dynamic_variables).toEqual({ ...NEUTRAL_VARIABLES, caller_number: "+16025550100" });
  });

  it("a blocked caller stays blocked", async () => {
    const city = await signedIn(CITY.user.email);
    const blocked = await city.post("/api/blocked-callers", { phone_number: "+16025550100" });
    const { id } = await blocked.json<{ id: string }>();
    const rejected = await ring(CITY.phoneNumber, "+16025550100", { call_id: "b" }, { DB: failing });
    expect(await rejected.json()).toEqual({ call_inbound: { reject: true } });
    expect((await answered(CITY.phoneNumber, "+16025550101", {}, { DB: failing })).metadata?.stale).toBe("true");
    await city.delete(`/api/blocked-callers/${id}`);
    expect((await answered(CITY.phoneNumber, "+16025550100", {}, { DB: failing })).metadata?.stale).toBe("true");
  });

  it("a last known answer from before blocked callers were part of it still works", async () => {
    await keepSnapshot();
    const stored = await env.KV.get<{ blocked?: string[] }>(`answer/${CITY.phoneNumber}`, "json");
    await env.KV.put(`answer/${CITY.phoneNumber}`, JSON.stringify({ ...stored, blocked: undefined }));
    expect((await answered(CITY.phoneNumber, "+16025550100", {}, { DB: failing })).metadata?.stale).toBe("true");
  });

  it("rings are answered and recorded later, each once, with the time at which they came", async () => {
    await keepSnapshot();
    const began = Date.now();
    for (let repeat = 0; repeat < 3; repeat++) {
      await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_out" }, { DB: failing });
    }
    await answered(COAST.phoneNumber, "+16025550100", { call_id: "call_neutral" }, { DB: failing }); // no last known answer
    await answered("+12125550123", "+16025550100", { call_id: "call_nobody" }, { DB: failing });
    const ended = Date.now();
    await runSweep({ DB: failing }); // trying too early must not lose anything
    expect(await setAside()).toBe(3);
    await runSweep();
    expect(await setAside()).toBe(0);
    await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_out" }); // Retell's last repeat
    const rings = await env.DB.prepare("SELECT * FROM inbound_log ORDER BY dedupe_key").all();
    expect(rings.results).toMatchObject([
      { user_id: COAST.user.id, number_id: COAST.numberId, dedupe_key: "call_neutral", outcome: "stale" },
      { user_id: CITY.user.id, number_id: CITY.numberId, dedupe_key: "call_out", outcome: "stale" },
    ]);
    for (const { received_at } of rings.results) {
      expect(Number(received_at)).toBeGreaterThanOrEqual(began);
      expect(Number(received_at)).toBeLessThanOrEqual(ended);
    }
    expect(await env.DB.prepare("SELECT to_number FROM unclaimed_rings").all()).toMatchObject({
      results: [{ to_number: "+12125550123" }],
    });
  });

  it("a ring whose row cannot be written after the response is recorded later too", async () => {
    const readOnly = new Proxy(env.DB, {
      get: (db, property) => {
        if (property === "batch") return () => Promise.reject(new Error("D1 is down"));
        const value = Reflect.get(db, property);
        return typeof value === "function" ? value.bind(db) : value;
      },
    });
    await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_late" }, { DB: readOnly });
    expect(await setAside()).toBe(1);
    await runSweep();
    expect(await env.DB.prepare("SELECT outcome FROM inbound_log").first("outcome")).toBe("answered");
  });

  it("a ring is dropped if its number was removed before it could be recorded", async () => {
    await keepSnapshot();
    await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_gone" }, { DB: failing });
    await env.DB.prepare("UPDATE tenant_phone_numbers SET phone_number = '+15205550199' WHERE id = ?")
      .bind(CITY.numberId)
      .run();
    await env.DB.prepare("UPDATE tenant_phone_numbers SET phone_number = ? WHERE id = ?")
      .bind(CITY.phoneNumber, COAST.numberId)
      .run();
    await runSweep();
    expect(await setAside()).toBe(0);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM inbound_log").first("n")).toBe(0);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM unclaimed_rings").first("n")).toBe(1);
  });

  it("a database that does not answer at all is given up on within two seconds", async () => {
    await keepSnapshot();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const pending = ring(CITY.phoneNumber, "+16025550100", {}, { DB: silent });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { timeout: 60_000 });
    await vi.advanceTimersByTimeAsync(1_500);
    vi.useRealTimers();
    const answer = ((await (await pending).json()) as Answer).call_inbound;
    expect(answer.metadata).toMatchObject({ stale: "true" });
  });
});

it("one round trip to the database answers a ring", async () => {
  const { d1, trips } = watchedDatabase(env.DB);
  await answered(CITY.phoneNumber, "+16025550100", { call_id: "call_1" }, { DB: d1 });
  const recorded = trips.filter(([statement]) => statement?.startsWith("insert"));
  expect(recorded).toHaveLength(1); // after the answer
  expect(trips).toHaveLength(2);
});
