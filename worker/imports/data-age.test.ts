import { createExecutionContext, createScheduledController, env, waitOnExecutionContext } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { Bindings } from "../env.ts";
import worker from "../index.ts";
import { ask, ring } from "../testing/app.ts";
import { company, csv } from "../testing/company.ts";
import { type Browser, mailTo, seededAccounts } from "../testing/operator.ts";
import { watchedDatabase } from "../testing/watched-database.ts";

beforeAll(() => seededAccounts());

const HOUR = 3_600_000;

async function send(operator: Browser, list: string): Promise<{ id: string }> {
  const response = await operator.upload("/api/imports?kind=reservations&activate=true", list);
  if (response.status > 201) throw new Error(await response.text());
  return response.json();
}

async function ageBy(operator: { id: string }, hours: number): Promise<void> {
  const statement = "UPDATE import_meta SET imported_at = ? WHERE user_id = ? AND kind = 'reservations'";
  await env.DB.prepare(statement)
    .bind(Date.now() - hours * HOUR, operator.id)
    .run();
}

async function sweep(): Promise<void> {
  const context = createExecutionContext();
  const quiet = { send: async () => ({}), sendBatch: async () => ({}) };
  await worker.scheduled(createScheduledController(), { ...env, JOBS: quiet } as unknown as Bindings, context);
  await waitOnExecutionContext(context);
}

const hears = async (phone: string) =>
  (await ask(phone, { confirmation_number: "A-1" })).json<Record<string, unknown>>();

describe("a list that grows old", () => {
  it("is told with its age after twelve hours, and puts nobody through to a driver once it is older than the company allows", async () => {
    const operator = await company({ fresh_hours: 30 });
    await operator.post("/api/drivers", { name: "Dee Driver", phone: "6025550161" });
    await send(operator, csv(["A-1", { driver: "Dee Driver" }]));
    await ageBy(operator, 11);
    expect(await hears(operator.phone)).toMatchObject({
      summary: expect.stringMatching(/^Reservation A-1/),
      transfer_available: true,
    });
    await ageBy(operator, 13);
    expect(await hears(operator.phone)).toMatchObject({
      summary: expect.stringMatching(/^As of .*(AM|PM|noon|midnight).*: Reservation A-1/),
      transfer_available: true,
      data_fresh: true,
    });
    await ageBy(operator, 31);
    expect(await hears(operator.phone)).toMatchObject({
      transfer_available: false,
      driver_phone: "",
      data_fresh: false,
    });
    const status = await (await operator.get("/api/import-status")).json<{ reservations: Record<string, unknown> }>();
    expect(status.reservations).toMatchObject({ fresh: false, transfers_on: false });
    expect(Number(status.reservations.stale_since)).toBeCloseTo(Date.now() - HOUR, -4);
  });

  it("is mailed about once, and again only if it was new in between", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"]));
    await sweep();
    expect(await mailTo(operator.email)).toEqual([]);
    await ageBy(operator, 25);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const [mail, ...more] = await mailTo(operator.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: expect.stringContaining("out of date") });
    expect(mail?.text).toContain("/reservations?history=open");
    await send(operator, csv(["A-1"])); // the same file confirms it
    await sweep();
    expect(await mailTo(operator.email)).toHaveLength(1);
    await ageBy(operator, 26);
    await sweep();
    expect(await mailTo(operator.email)).toHaveLength(2);
  });
});

describe("an upload that nobody continues", () => {
  it("is removed after a day, with its pages", async () => {
    const operator = await company();
    const upload = { columns: ["Conf#", "Pickup"], mapping: {}, total_rows: 1, content_hash: "x" };
    const begun = await operator.post("/api/imports?kind=reservations", upload);
    const { id } = await begun.json<{ id: string }>();
    await operator.put(`/api/imports/${id}/pages/0`, { rows: [["A", "B"]] });
    await sweep();
    expect((await operator.get(`/api/imports/${id}`)).status).toBe(200);
    await env.DB.prepare("UPDATE import_meta SET updated_at = 5 WHERE id = ?").bind(id).run();
    await sweep();
    expect((await operator.get(`/api/imports/${id}`)).status).toBe(404);
  });
});

describe("a passenger who calls", () => {
  const CALLER = "+16025550171";
  type Variables = { recognised_caller: string; recognised_pickup: string };

  async function variables(phone: string, from = CALLER, bindings = {}): Promise<Variables> {
    const answer = await (await ring(phone, from, { call_id: crypto.randomUUID() }, bindings)).json<{
      call_inbound: { dynamic_variables: Variables };
    }>();
    return answer.call_inbound.dynamic_variables;
  }

  it("is recognised by their number if the company wants it, with their one coming ride", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"], ["A-2", { phone: "(602) 555-0172", name: "Lund, Dr. {{user_id}} Ana" }]));
    const unknown = { recognised_caller: "", recognised_pickup: "" };
    expect(await variables(operator.phone)).toMatchObject(unknown);
    await operator.put("/api/tenant-config", { recognise_caller: true });
    expect(await variables(operator.phone)).toMatchObject({
      recognised_caller: "Ada",
      recognised_pickup: expect.stringContaining("7:10 AM"),
    });
    const braces = await variables(operator.phone, "+16025550172");
    expect(JSON.stringify(braces)).not.toMatch(/\{\{|\}\}/);
    expect(await variables(operator.phone, "+16025550179")).toMatchObject(unknown);
    expect(await variables(operator.phone, "anonymous")).toMatchObject(unknown);
  });

  it("is not recognised when two rides or none could be meant, in a list that is no longer current, or by another company", async () => {
    const [operator, other] = [await company({ recognise_caller: true }), await company({ recognise_caller: true })];
    const unknown = { recognised_caller: "", recognised_pickup: "" };
    await send(operator, csv(["A-1"]));
    expect(await variables(other.phone)).toMatchObject(unknown);
    await send(operator, csv(["A-1"], ["A-2"]));
    expect(await variables(operator.phone)).toMatchObject(unknown);
    await send(operator, csv(["A-1", { status: "Cancelled" }]));
    expect(await variables(operator.phone)).toMatchObject(unknown);
    await send(operator, csv(["A-1"], ["A-2", { status: "Cancelled" }]));
    expect(await variables(operator.phone)).toMatchObject({ recognised_caller: "Ada" });
  });

  it("is recognised within the one statement that answers a ring", async () => {
    const operator = await company({ recognise_caller: true });
    await send(operator, csv(["A-1"]));
    const { d1, trips } = watchedDatabase(env.DB);
    expect(await variables(operator.phone, CALLER, { DB: d1 })).toMatchObject({ recognised_caller: "Ada" });
    expect(trips.filter(([statement]) => statement?.startsWith("select"))).toHaveLength(1);
  });
});
