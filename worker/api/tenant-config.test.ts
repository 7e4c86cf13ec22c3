import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { ring } from "../testing/app.ts";
import { browser, CITY, newOperator, seededAccounts, signedIn } from "../testing/operator.ts";

let company: Awaited<ReturnType<typeof newCompany>>; // for requests that must change nothing

beforeAll(async () => {
  await seededAccounts();
  company = await newCompany();
});

type Config = Record<string, unknown> & { version: number };

async function newCompany(fields: object = {}) {
  const operator = await newOperator();
  const saved = await operator.put("/api/tenant-config", { company_name: "Desert Rides", ...fields });
  return { operator, config: await saved.json<Config>() };
}

async function fieldsOf(response: Response): Promise<Record<string, string>> {
  const { error } = await response.json<{ error: { fields: Record<string, string> } }>();
  return error.fields;
}

describe("the first save", () => {
  it("creates the settings, with what an operator would expect for everything left out", async () => {
    const operator = await newOperator();
    const response = await operator.put("/api/tenant-config", { company_name: " Desert  Rides " });
    expect(response.status).toBe(200);
    const config = await response.json<Config>();
    expect(config).toMatchObject({
      company_name: "Desert Rides",
      timezone: "America/Phoenix",
      business_hours_start: 6,
      business_hours_end: 22,
      forwarding_mode: "always",
      verification: "second_factor",
      welcome_message: null,
      version: 1,
      phone_number: null,
      sip_password_set: false,
    });
    expect(await (await operator.get("/api/tenant-config")).json()).toEqual(config);
  });

  it("needs the company's name", async () => {
    const operator = await newOperator();
    const response = await operator.put("/api/tenant-config", { timezone: "America/Denver" });
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toHaveProperty("company_name");
    expect((await operator.get("/api/tenant-config")).status).toBe(404);
  });

  it("is one after the other for clients that name no version, even at the same moment", async () => {
    const operator = await newOperator();
    const names = ["First Rides", "Second Rides"];
    const saves = await Promise.all(names.map((company_name) => operator.put("/api/tenant-config", { company_name })));
    expect(saves.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await (await operator.get("/api/tenant-config/versions")).json<{ items: unknown[] }>();
    expect(items).toHaveLength(2); // one after the other, none lost
  });

  it("of two tabs that were opened before it does not overwrite the other unseen", async () => {
    const operator = await newOperator();
    const first = await operator.put("/api/tenant-config", { company_name: "First Rides", version: 0 });
    expect(await first.json()).toMatchObject({ version: 1 });
    const late = await operator.put("/api/tenant-config", { company_name: "Second Rides", version: 0 });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: { code: "version_conflict" },
      current: { company_name: "First Rides", version: 1 },
    });
  });

  it("is made by one of two tabs that save at the same moment, and the other is told", async () => {
    const operator = await newOperator();
    const save = (company_name: string) => operator.put("/api/tenant-config", { company_name, version: 0 });
    const saves = await Promise.all([save("First Rides"), save("Second Rides")]);
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("a save", () => {
  it("changes what was sent and leaves the rest, and the next call hears it", async () => {
    const city = await signedIn(CITY.user.email);
    const welcome_message = "Sun City Express, how can we help?";
    const before = await (await city.get("/api/tenant-config")).json<Config>();
    const after = await (await city.put("/api/tenant-config", { welcome_message })).json<Config>();
    expect(after).toEqual({ ...before, welcome_message, version: before.version + 1, updated_at: after.updated_at });
    const { call_inbound } = await (await ring(CITY.phoneNumber)).json<{ call_inbound: Record<string, object> }>();
    expect(call_inbound.dynamic_variables).toMatchObject({ welcome_message });
    expect(await env.KV.get(`answer/${CITY.phoneNumber}`, "json")).toMatchObject({ welcomeMessage: welcome_message });
  });

  it("empties a text with null or with nothing", async () => {
    const { operator } = await newCompany({ office_phone: "(520) 555-0142", operator_name: "Ana" });
    const emptied = await operator.put("/api/tenant-config", { office_phone: null, operator_name: "" });
    expect(await emptied.json()).toMatchObject({ office_phone: null, operator_name: null });
  });

  it("keeps several windows a day and holidays", async () => {
    const weekly_hours = {
      mon: [
        { open: "05:00", close: "11:00" },
        { open: "15:00", close: "02:00" },
      ],
    };
    const hour_exceptions = [{ date: "2026-12-25", label: "Christmas", windows: [] }];
    const { operator } = await newCompany({ weekly_hours, hour_exceptions });
    const config = await (await operator.get("/api/tenant-config")).json();
    expect(config).toMatchObject({ weekly_hours: { ...weekly_hours, sun: [] }, hour_exceptions });
  });

  it("that changes nothing makes no version", async () => {
    const { operator, config } = await newCompany();
    const again = await operator.put("/api/tenant-config", { company_name: "Desert Rides" });
    expect(await again.json()).toEqual(config);
  });

  it("may send back everything that was returned", async () => {
    const city = await signedIn(CITY.user.email);
    const config = await (await city.get("/api/tenant-config")).json<Config>();
    const response = await city.put("/api/tenant-config", { ...config, operator_name: "Moaz" });
    expect(response.status).toBe(200);
  });

  it("says where to change what cannot be changed here", async () => {
    const city = await signedIn(CITY.user.email);
    const response = await city.put("/api/tenant-config", {
      operator_name: "Nobody",
      phone_number: "+15205550199",
      sip_password: "canary-secret",
      sip_password_set: true,
      created_at: 1,
    });
    expect(response.status).toBe(400);
    expect(Object.keys(await fieldsOf(response)).sort()).toEqual([
      "created_at",
      "phone_number",
      "sip_password",
      "sip_password_set",
    ]);
    const config = await (await city.get("/api/tenant-config")).json<Config>();
    expect(config.operator_name).not.toBe("Nobody");
  });

  it("cannot be made in another company's name", async () => {
    const { operator } = await newCompany();
    const before = await (await signedIn(CITY.user.email)).get("/api/tenant-config");
    await operator.put("/api/tenant-config", { company_name: "Mine", user_id: CITY.user.id, id: CITY.user.id });
    const after = await (await signedIn(CITY.user.email)).get("/api/tenant-config");
    expect(await after.json()).toEqual(await before.json());
  });

  it.each([
    ["business_hours_start", 24],
    ["business_hours_end", -1],
    ["timezone", "Mars/Olympus"],
    ["forwarding_mode", "sometimes"],
    ["company_name", " "],
    ["company_name", null],
    ["welcome_message", "x".repeat(10_000)],
    ["welcome_message", "Hello {{driver_phone}}"],
    ["operator_phone", "the front desk"],
    ["office_phone", "12345"],
    ["ring_seconds", 4],
    ["verification", "none"],
    ["voice_id", "somebody-else"],
  ])("is refused by name and changes nothing when %s is %j", async (field, value) => {
    const { operator, config } = company;
    const response = await operator.put("/api/tenant-config", { operator_name: "Changed", [field]: value });
    expect(response.status).toBe(400);
    expect(Object.keys(await fieldsOf(response))).toEqual([field]);
    expect(await (await operator.get("/api/tenant-config")).json()).toEqual(config);
  });

  it.each([
    ["broken JSON", "{"],
    ["a list", "[]"],
    ["a number", "7"],
  ])("is refused when its body is %s", async (_, body) => {
    const { operator } = company;
    expect((await operator.put("/api/tenant-config", body)).status).toBe(400);
  });

  it("is refused when it is not JSON, or too long", async () => {
    const { operator } = company;
    const form = await operator.request("PUT", "/api/tenant-config", "company_name=x", {
      "content-type": "text/plain",
    });
    expect(form.status).toBe(400);
    const long = await operator.put("/api/tenant-config", { welcome_message: "x".repeat(300_000) });
    expect(long.status).toBe(413);
  });
});

describe("two tabs", () => {
  it("do not overwrite each other unseen: the later one is shown what is there now", async () => {
    const { operator, config } = await newCompany();
    await operator.put("/api/tenant-config", { operator_name: "First tab", version: config.version });
    const late = await operator.put("/api/tenant-config", { operator_name: "Second tab", version: config.version });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: { code: "version_conflict" },
      current: { operator_name: "First tab", version: 2 },
    });
  });

  it("that save at the same moment from the same version: one wins, the other is told", async () => {
    const { operator, config } = await newCompany();
    const save = (operator_name: string) =>
      operator.put("/api/tenant-config", { operator_name, version: config.version });
    const saves = await Promise.all([save("One"), save("Two"), save("Three")]);
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const audit = await (await operator.get("/api/audit-events")).json<{ items: unknown[] }>();
    expect(audit.items).toHaveLength(2); // what did not happen is not on record
  });

  it("cannot claim a version that was never saved", async () => {
    const { operator } = await newCompany();
    const response = await operator.put("/api/tenant-config", { operator_name: "Future", version: 99 });
    expect(response.status).toBe(409);
  });
});

describe("the history", () => {
  it("tells who changed what, newest first, page by page", async () => {
    const { operator } = await newCompany();
    await operator.put("/api/tenant-config", { business_hours_start: 7 });
    await operator.put("/api/tenant-config", { business_hours_start: 8, operator_name: "Ana" });
    const first = await (await operator.get("/api/tenant-config/versions?limit=2")).json<{
      items: Config[];
      next_cursor: string;
    }>();
    expect(first.items).toMatchObject([
      {
        version: 3,
        changed_by: "Noor Haddad",
        changes: [
          { field: "operator_name", from: null, to: "Ana" },
          { field: "business_hours_start", from: 7, to: 8 },
        ],
      },
      { version: 2, changes: [{ field: "business_hours_start", from: 6, to: 7 }] },
    ]);
    const rest = await operator.get(`/api/tenant-config/versions?limit=2&cursor=${first.next_cursor}`);
    expect(await rest.json()).toMatchObject({ items: [{ version: 1 }], next_cursor: null });
  });

  it("begins with what was there before the first save", async () => {
    const coast = await signedIn("rosa@suncoastshuttle.example");
    await coast.put("/api/tenant-config", { operator_name: "Rosa L." });
    const { items } = await (await coast.get("/api/tenant-config/versions")).json<{ items: Config[] }>();
    expect(items.at(-1)).toMatchObject({ version: 1, changed_by: "setup" });
  });

  it("brings an earlier state back as a new version", async () => {
    const { operator, config } = await newCompany({ welcome_message: "Good evening." });
    await operator.put("/api/tenant-config", { welcome_message: "Changed by mistake.", ring_seconds: 60 });
    const restored = await operator.post("/api/tenant-config/versions/1/restoration");
    expect(restored.status).toBe(200);
    const now = await restored.json<Config>();
    expect(now).toEqual({ ...config, version: 3, updated_at: now.updated_at });
  });

  it("does not restore over what somebody else has saved since it was opened", async () => {
    const { operator, config } = await newCompany();
    await operator.put("/api/tenant-config", { operator_name: "Somebody else" });
    const restore = (body: object) => operator.post("/api/tenant-config/versions/1/restoration", body);
    const late = await restore({ version: config.version });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ current: { operator_name: "Somebody else", version: 2 } });
    expect((await restore({ version: 2 })).status).toBe(200);
  });

  it("restores without any body, as a script would ask", async () => {
    const { operator } = await newCompany();
    await operator.put("/api/tenant-config", { ring_seconds: 30 });
    const restored = await operator.request("POST", "/api/tenant-config/versions/1/restoration");
    expect(restored.status).toBe(200);
  });

  it("restores a version that is older than one of today's settings", async () => {
    const { operator } = await newCompany({ ring_seconds: 30 });
    await operator.put("/api/tenant-config", { ring_seconds: 60, fresh_hours: 48 });
    const older = "UPDATE tenant_config_versions SET config = json_remove(config, '$.fresh_hours') WHERE user_id = ?";
    await env.DB.prepare(older).bind(operator.id).run();
    const restored = await operator.post("/api/tenant-config/versions/1/restoration");
    expect(restored.status).toBe(200);
    expect(await restored.json()).toMatchObject({ ring_seconds: 30, fresh_hours: 24 });
  });

  it.each(["99", "0", "-1", "abc", "1e3"])("has no version %s", async (version) => {
    const { operator } = company;
    expect((await operator.post(`/api/tenant-config/versions/${version}/restoration`)).status).toBe(404);
  });

  it.each(["versions?cursor=abc", "versions?limit=0", "versions?limit=101"])("refuses %s", async (query) => {
    const { operator } = company;
    expect((await operator.get(`/api/tenant-config/${query}`)).status).toBe(400);
  });

  it("is also in the audit trail, one row a change", async () => {
    const { operator } = await newCompany();
    await operator.put("/api/tenant-config", { ring_seconds: 30 });
    await operator.post("/api/tenant-config/versions/1/restoration");
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items).toMatchObject([
      { action: "settings.restored", actor: "Noor Haddad", detail: { restored: 1, version: 3 } },
      { action: "settings.saved", detail: { changes: [{ field: "ring_seconds" }], version: 2 } },
      { action: "settings.saved", detail: { version: 1 } },
    ]);
    const paged = await (await operator.get("/api/audit-events?limit=1")).json<{ next_cursor: string }>();
    const next = await operator.get(`/api/audit-events?limit=1&cursor=${paged.next_cursor}`);
    expect(await next.json()).toMatchObject({ items: [items[1]] });
  });
});

describe("the gates", () => {
  it("ask for a session", async () => {
    for (const path of ["/api/tenant-config", "/api/phone-numbers", "/api/overview", "/api/audit-events"]) {
      const response = await browser().get(path);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: "unauthenticated" } });
    }
  });

  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://nightdesk.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("refuse a change that comes from elsewhere: %j", async (headers: Record<string, string | undefined>) => {
    const { operator, config } = company;
    const page = browser({ origin: headers.origin ?? null });
    for (const [name, value] of operator.cookies) page.cookies.set(name, value);
    const site = headers["sec-fetch-site"];
    const response = await page.request(
      "PUT",
      "/api/tenant-config",
      { operator_name: "Evil" },
      site ? { "sec-fetch-site": site } : {},
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "cross_origin" } });
    expect(await (await operator.get("/api/tenant-config")).json()).toEqual(config);
  });

  it("refuse a page that was loaded for another account than the one that is signed in now", async () => {
    const { operator, config } = await newCompany();
    const account = (id: string) => ({ "x-nightdesk-account": id });
    const change = { operator_name: "Wrong company" };
    const refused = await operator.request("PUT", "/api/tenant-config", change, account(CITY.user.id));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { code: "other_account" } });
    expect(await (await operator.get("/api/tenant-config")).json()).toEqual(config);
    const own = await operator.request("PUT", "/api/tenant-config", { operator_name: "Ana" }, account(operator.id));
    expect(own.status).toBe(200);
  });

  it("let a client pass that is not a browser and does not say where it comes from", async () => {
    const { operator } = await newCompany();
    const curl = browser({ origin: null });
    for (const [name, value] of operator.cookies) curl.cookies.set(name, value);
    expect((await curl.put("/api/tenant-config", { operator_name: "Script" })).status).toBe(200);
  });

  it("slow down an address that asks too often", async () => {
    const hasty = browser({ bindings: { API_LIMIT: env.API_LIMIT } });
    let status = 0;
    for (let i = 0; i < 310 && status !== 429; i++) status = (await hasty.get("/api/overview")).status;
    expect(status).toBe(429);
    expect((await browser().get("/api/overview")).status).toBe(401);
  });
});
