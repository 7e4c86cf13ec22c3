import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../db/database.ts";
import { deletePhoneNumber, phoneNumber } from "../db/phone-numbers.ts";
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

  it("is proven by the first call that reaches the agent", async () => {
    const operator = await newOperator();
    await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    const { id, phone_number } = await add(operator);
    await ring(phone_number, "+16025550100", { call_id: "first" });
    const proven = await (await operator.get(`/api/phone-numbers/${id}`)).json<Reply>();
    expect(proven.verified_at).toBeGreaterThan(0);
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

  it("that is removed twice at the same moment is on record as removed once", async () => {
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

describe("a trunk password", () => {
  const CANARY = "canary-S1p-pa55word";

  it("goes in and never comes out: not in an answer, not in the database, not in the log, not readable in KV", async () => {
    const log = vi.spyOn(console, "log");
    const operator = await newOperator();
    const { id } = await add(operator, {
      sip_trunk_uri: "sip:desert.pstn.example.com",
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
    expect(answers[2]).toContain('"sip_trunk_uri":"desert.pstn.example.com"');
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
