import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../db/database.ts";
import { deletePhoneNumber } from "../numbers/store/number-removal.ts";
import { phoneNumber } from "../numbers/store/phone-numbers.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { ring } from "../testing/app.ts";
import { type Browser, CITY, COAST, newOperator, seededAccounts, signedIn } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

type Reply = { id: string; phone_number: string; is_primary: boolean; [field: string]: unknown };

let line = 100;

function nextNumber(): string {
  line += 1;
  return `+1602555${String(line).padStart(4, "0")}`;
}

async function add(operator: Browser, fields: object = {}): Promise<Reply> {
  const response = await operator.post("/api/phone-numbers", { phone_number: nextNumber(), ...fields });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

describe("a number", () => {
  it("is added as people write it, not connected yet, and the agent answers it at once", async () => {
    const operator = await newOperator();
    await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    const response = await operator.post("/api/phone-numbers", { phone_number: "(602) 555-0199", label: "Airport" });
    expect(response.status).toBe(201);
    const number = await response.json<Reply>();
    expect(number).toMatchObject({
      phone_number: "+16025550199",
      label: "Airport",
      is_primary: true,
      status: "not_connected",
      verified_at: null,
      sip_password_set: false,
    });
    expect(await (await operator.get(`/api/phone-numbers/${number.id}`)).json()).toEqual(number);
    expect(await (await operator.get("/api/phone-numbers")).json()).toEqual({ items: [number], next_cursor: null });
    expect(await (await operator.get("/api/tenant-config")).json()).toMatchObject({ phone_number: "+16025550199" });

    const call = await (await ring("+16025550199")).json();
    expect(call).toMatchObject({ call_inbound: { dynamic_variables: { company_name: "Desert Rides" } } });
    expect(await env.KV.get("answer/+16025550199", "json")).toMatchObject({ companyName: "Desert Rides" });
  });

  it("is proven by the first call that reaches the agent, which proves no other number of the company", async () => {
    const operator = await newOperator();
    await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    const { id, phone_number } = await add(operator);
    const other = await add(operator);
    await ring(phone_number, "+16025550100", { call_id: "first" });
    const proven = await (await operator.get(`/api/phone-numbers/${id}`)).json<Reply>();
    expect(proven.verified_at).toBeGreaterThan(0);
    expect(await (await operator.get(`/api/phone-numbers/${other.id}`)).json()).toMatchObject({ verified_at: null });
    await ring(phone_number, "+16025550100", { call_id: "second" });
    const later = await (await operator.get(`/api/phone-numbers/${id}`)).json<Reply>();
    expect(later.verified_at).toBe(proven.verified_at);
  });

  it.each([
    ["phone_number", "the front desk"],
    ["phone_number", undefined],
    ["label", "x".repeat(61)],
    ["sip_trunk_uri", "not a host"],
    ["sip_trunk_provider", "carrier-pigeon"],
    ["sip_trunk_provider", "retell"],
  ])("is refused by name when %s is %j", async (field, value) => {
    const operator = await signedIn(COAST.user.email);
    const response = await operator.post("/api/phone-numbers", { phone_number: nextNumber(), [field]: value });
    expect(response.status).toBe(400);
    const { error } = await response.json<{ error: { fields: object } }>();
    expect(Object.keys(error.fields)).toEqual([field]);
  });

  it("belongs to one company: another one cannot add it, and is told by the field", async () => {
    const coast = await signedIn(COAST.user.email);
    const response = await coast.post("/api/phone-numbers", { phone_number: CITY.phoneNumber });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: { code: "number_taken", fields: { phone_number: expect.any(String) } },
    });
    const { items } = await (await coast.get("/api/phone-numbers")).json<{ items: Reply[] }>();
    expect(items.map(({ phone_number }) => phone_number)).not.toContain(CITY.phoneNumber);
  });

  it("belongs to one company, also when several ask for it at the same moment", async () => {
    const operators = await Promise.all([newOperator(), newOperator(), newOperator()]);
    const phone_number = nextNumber();
    const sip_password = "canary-of-the-race";
    const asked = operators.flatMap((operator) => [
      operator.post("/api/phone-numbers", { phone_number, sip_password }),
      operator.post("/api/phone-numbers", { phone_number, sip_password }),
    ]);
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const mine = operators.map(({ id }) => env.KV.list({ prefix: `secret/${id}/` }));
    const secrets = (await Promise.all(mine)).flatMap(({ keys }) => keys);
    expect(secrets).toHaveLength(1); // the losers' passwords are gone
  });

  it("is the primary one only if it is the first, also when two come at once", async () => {
    const operator = await newOperator();
    await Promise.all([add(operator), add(operator), add(operator)]);
    const { items } = await (await operator.get("/api/phone-numbers")).json<{ items: Reply[] }>();
    expect(items.map(({ is_primary }) => is_primary)).toEqual([true, false, false]);
  });

  it("that is removed is gone with its password and its last answer; the next one becomes primary", async () => {
    const operator = await newOperator();
    await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    const first = await add(operator, { sip_password: "canary-removed" });
    const second = await add(operator);
    expect((await operator.delete(`/api/phone-numbers/${first.id}`)).status).toBe(204);
    expect((await operator.get(`/api/phone-numbers/${first.id}`)).status).toBe(404);
    expect((await operator.delete(`/api/phone-numbers/${first.id}`)).status).toBe(404);
    expect((await env.KV.list({ prefix: `secret/${operator.id}/` })).keys).toEqual([]);
    expect(await env.KV.get(`answer/${first.phone_number}`)).toBeNull();
    const { items } = await (await operator.get("/api/phone-numbers")).json<{ items: Reply[] }>();
    expect(items).toMatchObject([{ id: second.id, is_primary: true }]);
    const call = await (await ring(first.phone_number)).json();
    expect(call).toMatchObject({ call_inbound: { dynamic_variables: { tenant_loaded: "false" } } });
    expect(await (await newOperator()).post("/api/phone-numbers", { phone_number: first.phone_number })).toMatchObject({
      status: 201,
    });
  });

  it("that the agent answers is not removed by mistake", async () => {
    const city = await signedIn(CITY.user.email);
    const response = await city.delete(`/api/phone-numbers/${CITY.numberId}`);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: "conflict", message: /cannot be removed/ } });
    expect((await city.get(`/api/phone-numbers/${CITY.numberId}`)).status).toBe(200);
  });

  it("that is removed twice at the same moment is recorded as removed once", async () => {
    const operator = await newOperator();
    const { id } = await add(operator);
    const removals = await Promise.all([1, 2, 3].map(() => operator.delete(`/api/phone-numbers/${id}`)));
    expect(removals.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: { action: string }[] }>();
    expect(items.map(({ action }) => action)).toEqual(["phone_number.removed", "phone_number.added"]);
  });

  it("that is connected while it is being removed stays, and nothing says that it was removed", async () => {
    const operator = await newOperator();
    const { id } = await add(operator);
    const scope = scopeOfAccount(operator);
    const asRead = await phoneNumber(scope, openDatabase(env.DB), id);
    await env.DB.prepare("UPDATE tenant_phone_numbers SET status = 'connected' WHERE id = ?").bind(id).run();
    if (!asRead) throw new Error("the number was not added");
    expect(await deletePhoneNumber(scope, openDatabase(env.DB), asRead, operator.id)).toBe(false);
    expect((await operator.get(`/api/phone-numbers/${id}`)).status).toBe(200);
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: unknown[] }>();
    expect(items).toHaveLength(1);
  });

  it("that is added or removed leaves a row in the audit trail, without secrets", async () => {
    const operator = await newOperator();
    const { id, phone_number } = await add(operator, { sip_password: "canary-audit" });
    await operator.delete(`/api/phone-numbers/${id}`);
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items).toMatchObject([
      { action: "phone_number.removed", subject: id, detail: { phone_number } },
      { action: "phone_number.added", subject: id, detail: { phone_number, sip_password_set: true } },
    ]);
  });

  it("stays within fifty for a company", async () => {
    const operator = await newOperator();
    await env.DB.batch(
      Array.from({ length: 50 }, (_, index) =>
        env.DB.prepare("INSERT INTO tenant_phone_numbers (id, user_id, phone_number) VALUES (?, ?, ?)").bind(
          crypto.randomUUID(),
          operator.id,
          `+1480555${String(index).padStart(4, "0")}`,
        ),
      ),
    );
    const response = await operator.post("/api/phone-numbers", { phone_number: nextNumber() });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: "conflict" } });
  });
});

describe("connecting", () => {
  it("makes a number pending, tells the queue, and answers the same when it is asked again", async () => {
    const jobs: unknown[] = [];
    const JOBS = { send: async (job: unknown) => void jobs.push(job) } as unknown as Queue;
    const { email } = await newOperator();
    const operator = await signedIn(email, { bindings: { JOBS } });
    const { id } = await add(operator, { sip_trunk_uri: "desert.pstn.twilio.com" });
    for (let times = 0; times < 8; times++) {
      const response = await operator.post(`/api/phone-numbers/${id}/connection`);
      expect(response.status).toBe(202);
      expect(await response.json()).toMatchObject({ id, status: "pending", can_retry: false });
    }
    expect(jobs).toEqual([{ kind: "number", id }]);
    const { results } = await env.DB.prepare("SELECT * FROM connection_requests WHERE id IS NOT NULL").all();
    expect(results.filter(({ user_id }) => user_id !== CITY.user.id).length).toBeGreaterThan(0);
  });

  it("needs the trunk's address, and says so at the field", async () => {
    const operator = await newOperator();
    const { id } = await add(operator);
    const response = await operator.post(`/api/phone-numbers/${id}/connection`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: "validation_failed", fields: { sip_trunk_uri: expect.any(String) } },
    });
  });

  it("is allowed five times an hour for a company, and says at which time of its own clock it opens again", async () => {
    const operator = await newOperator();
    await operator.put("/api/tenant-config", { company_name: "Desert Rides", timezone: "America/New_York" });
    const { id } = await add(operator, { sip_trunk_uri: "desert.pstn.twilio.com" });
    const fail = () =>
      env.DB.prepare("UPDATE tenant_phone_numbers SET status = 'error', status_detail = 'x' WHERE id = ?")
        .bind(id)
        .run();
    const before = Date.now();
    const asked = await Promise.all([1, 2, 3].map(() => operator.post(`/api/phone-numbers/${id}/connection`)));
    const after = Date.now();
    expect(asked.map(({ status }) => status)).toEqual([202, 202, 202]); // one real request among them
    for (let times = 1; times < 5; times++) {
      await fail();
      expect((await operator.post(`/api/phone-numbers/${id}/connection`)).status).toBe(202);
    }
    await fail();
    const response = await operator.post(`/api/phone-numbers/${id}/connection`);
    expect(response.status).toBe(429);
    const wait = Number(response.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(3500);
    expect(wait).toBeLessThanOrEqual(3600);
    const { error } = await response.json<{ error: { code: string; message: string } }>();
    expect(error.code).toBe("rate_limited");
    // The first request was between these two, which a minute may part.
    expect([before, after].some((at) => error.message.endsWith(` at ${clockAnHourAfter(at)}.`))).toBe(true);
    expect(await (await operator.get(`/api/phone-numbers/${id}`)).json()).toMatchObject({
      status: "error",
      can_retry: true,
    });

    await env.DB.prepare("UPDATE connection_requests SET requested_at = requested_at - 3600000").run();
    expect((await operator.post(`/api/phone-numbers/${id}/connection`)).status).toBe(202);
  });
});

describe("changing a number", () => {
  it("changes what was sent, leaves the rest, and never returns the password", async () => {
    const operator = await newOperator();
    const { id } = await add(operator, {
      label: "Old",
      sip_trunk_uri: "a.example.com",
      sip_password: "canary-change-1",
    });
    const sealed = async () => (await env.KV.list({ prefix: `secret/${operator.id}/sip/${id}/` })).keys[0]?.name;
    const first = await sealed();
    const change = (body: object) => operator.patch(`/api/phone-numbers/${id}`, body);
    const same = await (await change({ sip_password: "" })).json();
    expect(same).toMatchObject({ label: "Old", sip_trunk_uri: "a.example.com", sip_password_set: true });
    expect(await sealed()).toBe(first);
    const changed = await change({ label: "New", sip_transport: "UDP", sip_password: "canary-change-2" });
    const text = await changed.text();
    expect(text).not.toContain("canary");
    expect(JSON.parse(text)).toMatchObject({ label: "New", sip_transport: "UDP", status: "not_connected" });
    expect(await sealed()).not.toBe(first);
    expect(await (await change({ sip_password: null, label: null })).json()).toMatchObject({
      label: null,
      sip_password_set: false,
      sip_password_set_at: null,
    });
    expect(await sealed()).toBeUndefined();
    const trail = await (await operator.get("/api/audit-events")).text();
    expect(trail).toContain("phone_number.changed");
    expect(trail).not.toContain("canary");
  });

  it("is refused a trunk that can never work, when it is added and when either half is changed", async () => {
    const operator = await newOperator();
    const refused = async (response: Response) => {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { fields: { sip_trunk_uri: expect.any(String) } } });
    };
    const body = { phone_number: "+15205550177", sip_trunk_provider: "twilio", sip_trunk_uri: "203.0.113.7" };
    await refused(await operator.post("/api/phone-numbers", body));
    const { id } = await add(operator, { sip_trunk_uri: "desert.pstn.twilio.com", sip_trunk_provider: "twilio" });
    await refused(await operator.patch(`/api/phone-numbers/${id}`, { sip_trunk_uri: "trunk.example.com" }));
    await refused(await operator.patch(`/api/phone-numbers/${id}`, { sip_trunk_provider: "telnyx" }));
  });

  it("brings a connected one to Retell again when its trunk changes, and not when its label does", async () => {
    const operator = await newOperator();
    const { id } = await add(operator, { sip_trunk_uri: "a.example.com", sip_trunk_provider: "other" });
    const sql =
      "UPDATE tenant_phone_numbers SET status = 'connected', import_sent_at = 1, import_answered_at = 1 WHERE id = ?";
    await env.DB.prepare(sql).bind(id).run();
    const change = async (body: object) => {
      const response = await operator.patch(`/api/phone-numbers/${id}`, body);
      return { http: response.status, ...(await response.json<Record<string, unknown>>()) };
    };
    expect(await change({ label: "x", sip_trunk_provider: "telnyx" })).toMatchObject({ status: "connected" });
    expect(await change({ sip_trunk_uri: "a.example.com" })).toMatchObject({ status: "connected" }); // the same
    expect(await change({ sip_trunk_uri: "" })).toMatchObject({
      http: 400,
      error: { fields: { sip_trunk_uri: /address/ } },
    });
    expect(await change({ sip_trunk_uri: "b.example.com" })).toMatchObject({ status: "pending" });
    const removed = await operator.delete(`/api/phone-numbers/${id}`);
    expect(removed.status).toBe(202);
    expect(await removed.json()).toMatchObject({ status: "disconnecting" });
    expect((await operator.delete(`/api/phone-numbers/${id}`)).status).toBe(202);
    expect((await operator.post(`/api/phone-numbers/${id}/connection`)).status).toBe(409);
    expect(await change({ label: "y" })).toMatchObject({ http: 409 });
  });

  it("refuses another number, and names the field", async () => {
    const operator = await newOperator();
    const { id } = await add(operator);
    const response = await operator.patch(`/api/phone-numbers/${id}`, { phone_number: "+16025550123" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { fields: { phone_number: /cannot be changed/ } } });
  });

  it("makes another one the primary one, exactly one at every moment", async () => {
    const operator = await newOperator();
    const numbers = [await add(operator), await add(operator), await add(operator)];
    await Promise.all(numbers.map(({ id }) => operator.patch(`/api/phone-numbers/${id}`, { is_primary: true })));
    const { items } = await (await operator.get("/api/phone-numbers")).json<{ items: Reply[] }>();
    expect(items.filter(({ is_primary }) => is_primary)).toHaveLength(1);
    expect((await operator.patch(`/api/phone-numbers/${numbers[0]?.id}`, { is_primary: false })).status).toBe(400);
  });
});

describe("waiting for the test call", () => {
  it("shows what rang since then, newest first, ten at the most", async () => {
    const operator = await newOperator();
    await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    const { id, phone_number } = await add(operator);
    const other = await add(operator);
    const path = `/api/phone-numbers/${id}/rings`;
    const before = await (await operator.get(path)).json<{ items: unknown[]; now: number }>();
    expect(before).toEqual({ items: [], now: expect.any(Number) });
    await ring(other.phone_number, "+16025550100", { call_id: "other-line" });
    const custom_sip_headers = { diversion: '<sip:+16025550111@carrier>;reason="no-answer"' };
    for (let call = 0; call < 12; call++)
      await ring(phone_number, "+16025550100", { call_id: `test-${call}`, custom_sip_headers });
    const { items, now } = await (await operator.get(`${path}?since=${before.now}`)).json<{
      items: { received_at: number }[];
      now: number;
    }>();
    expect(items).toHaveLength(10);
    expect(items[0]).toEqual({
      received_at: expect.any(Number),
      from_number: "+16025550100",
      forward_reason: "no-answer",
      milliseconds: expect.any(Number),
      outcome: "answered",
    });
    expect(items.map(({ received_at }) => received_at)).toEqual(
      items.map(({ received_at }) => received_at).toSorted((a, b) => b - a),
    );
    expect(await (await operator.get(`${path}?since=${now + 60_000}`)).json()).toMatchObject({ items: [] });
    expect((await operator.get(`${path}?since=yesterday`)).status).toBe(400);
  });
});

describe("a trunk password", () => {
  const CANARY = "canary-S1p-pa55word";

  it("goes in and never comes out: not in an answer, not in the database, not in the log, not readable in KV", async () => {
    const log = vi.spyOn(console, "log");
    const operator = await newOperator();
    const { id } = await add(operator, {
      sip_trunk_uri: "sip:desert.pstn.twilio.com",
      sip_trunk_provider: "twilio",
      sip_username: "desert",
      sip_password: CANARY,
    });
    const paths = [
      "/api/phone-numbers",
      `/api/phone-numbers/${id}`,
      "/api/tenant-config",
      "/api/overview",
      "/api/audit-events",
    ];
    await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    const answers = await Promise.all(paths.map(async (path) => (await operator.get(path)).text()));
    const refused = await operator.post("/api/phone-numbers", { phone_number: "no", sip_password: CANARY });
    const taken = await operator.post("/api/phone-numbers", { phone_number: CITY.phoneNumber, sip_password: CANARY });
    const rows = await env.DB.prepare("SELECT * FROM tenant_phone_numbers, audit_events").all();
    const { keys } = await env.KV.list({ prefix: `secret/${operator.id}/sip/${id}/` });
    const sealed = await env.KV.get(keys[0]?.name ?? "");
    const everything = [
      ...answers,
      await refused.text(),
      await taken.text(),
      JSON.stringify(rows),
      sealed,
      log.mock.calls.join(),
    ];
    log.mockRestore();
    expect(sealed).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(everything.filter((text) => text?.includes(CANARY))).toEqual([]);
    expect(answers[1]).toContain('"sip_password_set":true');
    expect(answers[2]).toContain('"sip_trunk_uri":"desert.pstn.twilio.com"');
  });

  it("is refused in clear words, and nothing is added, while there is no key to seal it with", async () => {
    const { email } = await newOperator();
    for (const bindings of [{ KEK_CURRENT: undefined }, { KEK_CURRENT: "gone" }, { KEK_2026a: "too-short" }]) {
      const operator = await signedIn(email, { bindings });
      const response = await operator.post("/api/phone-numbers", { phone_number: nextNumber(), sip_password: CANARY });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ error: { code: "not_configured", message: /KEK_/ } });
      expect(await (await operator.get("/api/phone-numbers")).json()).toMatchObject({ items: [] });
      expect((await operator.post("/api/phone-numbers", { phone_number: nextNumber() })).status).toBe(201);
      await env.DB.prepare(
        "DELETE FROM tenant_phone_numbers WHERE sip_password_set_at IS NULL AND status = 'not_connected'",
      ).run();
    }
  });
});

/** An hour later, on to the next full minute, as New York says it. */
function clockAnHourAfter(at: number): string {
  const opens = Math.ceil((at + 3_600_000) / 60_000) * 60_000;
  const clock = new Date(opens).toLocaleTimeString("en-US", {
    timeZone: "America/New_York",
    hour: "numeric",
    minute: "2-digit",
  });
  return clock.replace(/\u202f/g, " ").replace(":00 ", " ");
}
