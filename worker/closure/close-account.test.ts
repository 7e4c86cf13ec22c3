import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { ring } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import {
  browser,
  CITY,
  COAST,
  deliver,
  newOperator,
  PASSWORD,
  runSweep,
  seededAccounts,
  signedIn,
} from "../testing/operator.ts";
import { CANARY, leftOf, tablesOfCompanies, type Whole, wholeCompany } from "../testing/whole-company.ts";

let mesa: Whole;

beforeEach(async () => {
  await seededAccounts();
  mesa = await wholeCompany();
});

const confirm = (confirmation: unknown) => mesa.post("/api/account-closure", { confirmation });
const signIn = (password = PASSWORD) => browser().post("/api/auth/sign-in/email", { email: mesa.email, password });
const goOn = async (bindings = {}) =>
  deliver([{ kind: "closure", id: await env.DB.prepare("SELECT id FROM closures").first("id") }], bindings);

it("closing an account leaves nothing in any table, in the archive or in KV", async () => {
  const before = await leftOf(mesa);
  // wholeCompany must fill every table that has a user_id; otherwise this test cannot tell whether it is emptied.
  const empty = Object.keys(before).filter((place) => before[place] === 0 && place !== "closures");
  expect(empty).toEqual([]);
  expect(Object.keys(before)).toEqual(expect.arrayContaining(await tablesOfCompanies()));
  const theirs = await leftOf({ id: COAST.user.id, phone: COAST.phoneNumber });

  expect((await confirm("Mesa Verde Shuttle")).status).toBe(202);
  await goOn();
  expect(Object.entries(await leftOf(mesa)).filter(([, left]) => left > 0)).toEqual([]);
  expect(await leftOf({ id: COAST.user.id, phone: COAST.phoneNumber })).toEqual(theirs);
  const { results } = await env.DB.prepare("SELECT * FROM closed_accounts").all();
  expect(results).toEqual([
    { id: expect.any(String), opened_at: expect.any(Number), closed_at: expect.any(Number), numbers: 2, calls: 2 },
  ]);
  expect(JSON.stringify(results)).not.toMatch(new RegExp(`${mesa.id}|Mesa|602555|${mesa.email}`));
});

it("nothing happens until the company's name is typed exactly", async () => {
  expect(await (await mesa.get("/api/account-closure")).json()).toEqual({
    state: "open",
    requested_at: null,
    step: null,
    company_name: "Mesa Verde Shuttle",
    set_up_at_carriers: [{ phone_number: "+15205550170", carrier_name: "Twilio" }],
  });
  for (const typed of ["mesa verde shuttle", "Mesa Verde", "", mesa.email]) {
    const response = await confirm(typed);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { fields: { confirmation: expect.stringContaining("name") } },
    });
  }
  expect((await confirm(7)).status).toBe(400);
  expect((await mesa.get("/api/overview")).status).toBe(200);
});

it("an account without a company is closed by its e-mail address", async () => {
  const newcomer = await newOperator();
  expect((await newcomer.post("/api/account-closure", { confirmation: "Mesa Verde Shuttle" })).status).toBe(400);
  expect((await newcomer.post("/api/account-closure", { confirmation: newcomer.email })).status).toBe(202);
  await goOn();
  expect(await env.DB.prepare("SELECT 1 FROM user WHERE id = ?").bind(newcomer.id).first()).toBeNull();
});

it("from then on no session, password or key works, and only someone with the right password is told why", async () => {
  const second = await signedIn(mesa.email);
  const reply = await (await confirm("Mesa Verde Shuttle")).json();
  expect(reply).toMatchObject({ state: "closing", requested_at: expect.any(Number), step: expect.any(String) });
  for (const page of [mesa, second]) expect((await page.get("/api/overview")).status).toBe(401);
  const pushed = await browser().request("POST", "/api/imports?kind=drivers", "name\nX", {
    "content-type": "text/csv",
    authorization: `Bearer ${mesa.key}`,
  });
  expect(pushed.status).toBe(401);
  const refused = await signIn();
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    code: "ACCOUNT_CLOSING",
    message: expect.stringContaining("being closed"),
  });
  expect(refused.headers.getSetCookie()).toEqual([]);
  const stranger = await signIn("wrong-password-of-a-stranger");
  const nobody = await browser().post("/api/auth/sign-in/email", {
    email: "nobody@example.com",
    password: "wrong-password",
  });
  expect([stranger.status, await stranger.json()]).toEqual([nobody.status, await nobody.json()]);
});

it("calls get the company's own answer until its number is released, and a neutral one afterwards", async () => {
  await confirm("Mesa Verde Shuttle");
  expect(await (await ring(mesa.phone)).text()).toContain("Mesa Verde Shuttle");
  await goOn();
  const after = await ring(mesa.phone);
  expect(after.status).toBe(200);
  expect(await after.json()).toMatchObject({ call_inbound: { dynamic_variables: { tenant_loaded: "false" } } });
});

it("somebody who signs up again with the same address and number starts empty", async () => {
  await confirm("Mesa Verde Shuttle");
  await goOn();
  expect((await signIn()).status).toBe(401);
  const again = browser();
  await again.post("/api/auth/sign-up/email", { name: "Noor Haddad", email: mesa.email, password: PASSWORD });
  await env.DB.prepare("UPDATE user SET email_verified = 1 WHERE email = ?").bind(mesa.email).run();
  const page = await signedIn(mesa.email);
  await page.put("/api/tenant-config", { company_name: "Second Start" });
  expect((await page.post("/api/phone-numbers", { phone_number: mesa.phone })).status).toBe(201);
  for (const list of ["reservations", "drivers", "calls", "messages", "imports", "blocked-callers", "api-keys"]) {
    expect(await (await page.get(`/api/${list}`)).json(), list).toMatchObject({ items: [] });
  }
  expect(await (await page.get("/api/account-closure")).json()).toMatchObject({ state: "open" });
});

it("the closure waits for a call that is going on, so that Retell's copy of it is deleted as well", async () => {
  const metadata = { tenant_id: mesa.id }; // as set when it rang: by the time the call ends, nobody has the number
  const call = { call_id: "mesa-live", to_number: mesa.phone, start_timestamp: Date.now(), metadata };
  await tell("call_started", call);
  await confirm("Mesa Verde Shuttle");
  expect(await goOn()).toMatchObject([{ delaySeconds: 6 }]);
  expect(await env.DB.prepare("SELECT step FROM closures").first("step")).toBe("numbers");
  expect(await leftOf(mesa)).toMatchObject({ tenant_config: 1 });
  await tell("call_ended", call);
  await env.DB.exec("UPDATE closures SET next_attempt_at = 0");
  await goOn();
  expect(Object.entries(await leftOf(mesa)).filter(([, left]) => left > 0)).toEqual([]);
});

it("the closure waits no longer than three hours for a call whose end was never reported", async () => {
  await tell("call_started", { call_id: "mesa-lost", to_number: mesa.phone, start_timestamp: Date.now() - 10_800_001 });
  await confirm("Mesa Verde Shuttle");
  await goOn();
  expect(Object.entries(await leftOf(mesa)).filter(([, left]) => left > 0)).toEqual([]);
});

it("a number that was bought at Retell stays there unchanged, and only our row is deleted", async () => {
  const city = await signedIn(CITY.user.email);
  expect((await city.post("/api/account-closure", { confirmation: CITY.config.companyName })).status).toBe(202);
  await goOn(); // the outside world of this test would refuse any request that changes a number
  expect(
    Object.entries(await leftOf({ id: CITY.user.id, phone: CITY.phoneNumber })).filter(([, left]) => left > 0),
  ).toEqual([]);
});

it("the cron continues a closure whose job was lost and leaves one alone that another job has claimed", async () => {
  await confirm("Mesa Verde Shuttle");
  const sent: unknown[] = [];
  const JOBS = {
    sendBatch: async (batch: { body: unknown }[]) => void sent.push(...batch.map(({ body }) => body)),
  } as unknown as Queue; // what the sweep uses of it
  await env.DB.exec(`UPDATE closures SET next_attempt_at = ${Date.now() + 60_000}`);
  await runSweep({ JOBS });
  await goOn();
  expect(await env.DB.prepare("SELECT 1 FROM user WHERE id = ?").bind(mesa.id).first()).not.toBeNull();
  await env.DB.exec("UPDATE closures SET next_attempt_at = 0");
  await runSweep({ JOBS });
  expect(sent.filter((job) => (job as { kind: string }).kind === "closure")).toHaveLength(1);
  await deliver(sent);
  expect(await env.DB.prepare("SELECT 1 FROM user WHERE id = ?").bind(mesa.id).first()).toBeNull();
});

it("the closure waits for an event that a job is archiving at that moment", async () => {
  await confirm("Mesa Verde Shuttle");
  await env.DB.exec(`UPDATE call_events SET attempts = 1, next_attempt_at = ${Date.now() + 30_000}`);
  expect(await goOn()).toMatchObject([{ delaySeconds: 6 }]);
  expect(await env.DB.prepare("SELECT step FROM closures").first("step")).toBe("archive");
  await env.DB.exec("UPDATE call_events SET next_attempt_at = 0");
  await env.DB.exec("UPDATE closures SET next_attempt_at = 0");
  await goOn();
  expect(Object.entries(await leftOf(mesa)).filter(([, left]) => left > 0)).toEqual([]);
});

it("even while Retell does not delete a call, its secrets, transcripts and snapshots are deleted here", async () => {
  await confirm("Mesa Verde Shuttle");
  expect(await goOn({ RETELL_API_KEY: undefined })).toMatchObject([{ delaySeconds: 6 }]);
  expect(await env.DB.prepare("SELECT step FROM closures").first("step")).toBe("calls");
  expect(await leftOf(mesa)).toMatchObject({ secrets: 0, archive: 0, snapshots: 0, calls: 2 });
});

it("a large amount of data is deleted in several runs", async () => {
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
     INSERT INTO lookup_misses (id, user_id, caller) SELECT 'many' || i, ?, 'x' FROM n`,
  )
    .bind(mesa.id)
    .run();
  await confirm("Mesa Verde Shuttle");
  await goOn();
  expect(Object.entries(await leftOf(mesa)).filter(([, left]) => left > 0)).toEqual([]);
});

it("no trunk password is in any answer", async () => {
  for (const reply of [await mesa.get("/api/account-closure"), await confirm("Mesa Verde Shuttle")]) {
    expect(await reply.text()).not.toContain(CANARY);
  }
});
