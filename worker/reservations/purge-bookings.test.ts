import { env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { company, csv } from "../testing/company.ts";
import { type Browser, runSweep, seededAccounts } from "../testing/operator.ts";

const DAY = 86_400_000;

beforeAll(() => seededAccounts());

const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

async function upload(
  operator: Browser,
  list: string,
): Promise<{ id: string; duplicate_of: string | null; rows: number }> {
  return (await operator.upload("/api/imports?kind=reservations&activate=true", list)).json();
}

async function heard(operator: Browser): Promise<string[]> {
  const { items } = await (await operator.get("/api/reservations?sort=confirmation_number")).json<{
    items: { confirmation_number: string }[];
  }>();
  return items.map(({ confirmation_number }) => confirmation_number);
}

async function purges(operator: Browser): Promise<unknown[]> {
  const { items } = await (await operator.get("/api/audit-events")).json<{
    items: { action: string; detail: object }[];
  }>();
  return items.filter(({ action }) => action === "retention.purged").map(({ detail }) => detail);
}

it("bookings are deleted 90 days after their pick-up, from the current list and from those before it", async () => {
  const operator = await company();
  const other = await company();
  const OLD = csv(["A-1", { day: daysAgo(95) }], ["A-2", { day: daysAgo(40) }]);
  const NEW = csv(["A-1", { day: daysAgo(95) }], ["A-2", { day: daysAgo(40) }], ["A-3"]);
  await upload(operator, OLD);
  const { id } = await upload(operator, NEW);
  await upload(other, csv(["A-1", { day: daysAgo(80) }]));
  await runSweep();
  expect(await heard(operator)).toEqual(["A-2", "A-3"]);
  expect(await heard(other)).toEqual(["A-1"]);
  expect(await purges(operator)).toEqual([
    { what: "reservations", reservations: 2, before: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ]);

  // The same file again says nothing new, and expired bookings stay deleted.
  expect(await upload(operator, NEW)).toMatchObject({ id });
  expect(await heard(operator)).toEqual(["A-2", "A-3"]);
  expect((await operator.delete(`/api/imports/${id}/activation`)).status).toBe(200);
  expect(await heard(operator)).toEqual(["A-2"]);
  expect((await operator.post(`/api/imports/${id}/activation`)).status).toBe(200);
  expect(await heard(operator)).toEqual(["A-2", "A-3"]);
});

it("the operator chooses the number of days, and a client that does not know the setting changes nothing", async () => {
  const operator = await company();
  expect(await (await operator.get("/api/retention")).json()).toMatchObject({ reservation_days: 90 });
  const days = { transcript_days: 30, recording_days: 30, reservation_days: 10 };
  expect(await (await operator.put("/api/retention", days)).json()).toEqual(days);
  expect(await (await operator.put("/api/retention", { transcript_days: 31, recording_days: 30 })).json()).toEqual({
    ...days,
    transcript_days: 31,
  });
  await upload(operator, csv(["B-1", { day: daysAgo(12) }], ["B-2", { day: daysAgo(9) }]));
  await runSweep();
  expect(await heard(operator)).toEqual(["B-2"]);
  for (const reservation_days of [0, 731, 1.5, "90"]) {
    expect((await operator.put("/api/retention", { ...days, reservation_days })).status).toBe(400);
  }
});

it("a large number is deleted in bounded steps, and the next sweep continues", async () => {
  const operator = await company();
  const { id } = await upload(operator, csv(["C-1"]));
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10500)
     INSERT INTO reservations (id, user_id, import_id, confirmation_number, confirmation_key, timezone, status, pickup_at)
     SELECT 'many' || i, ?1, ?2, 'M' || i, 'M' || i, 'America/Phoenix', 'confirmed', 1000 FROM n`,
  )
    .bind(operator.id, id)
    .run();
  const left = () => env.DB.prepare("SELECT count(*) AS n FROM reservations WHERE import_id = ?").bind(id).first("n");
  await runSweep();
  expect(await left()).toBe(501);
  await runSweep();
  expect(await left()).toBe(1);
});
