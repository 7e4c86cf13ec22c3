import { beforeAll, beforeEach, expect, it } from "vitest";
import { company } from "../testing/company.ts";
import { type Browser, seededAccounts } from "../testing/operator.ts";

type Overview = {
  answers_now: string;
  said: { now: string; why: string };
  override: { answers: string; until: number } | null;
  switch_ends: Record<"agent" | "closed", { until: number; text: string }[]>;
};

const HOUR_MS = 3_600_000;

let mesa: Browser;
let yuma: Browser;

beforeAll(async () => {
  await seededAccounts();
  const config = { forwarding_mode: "overflow", office_phone: "+15205550100" };
  mesa = await company(config);
  yuma = await company(config);
});

beforeEach(async () => {
  await mesa.delete("/api/answering-override");
});

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const switchTo = (answers: string, until: string) => mesa.put("/api/answering-override", { answers, until });
const overview = async (browser: Browser): Promise<Overview> => (await browser.get("/api/overview")).json();

it("the Overview says who answers now, and offers ends for the switch that it accepts", async () => {
  const before = await overview(mesa);
  expect(before).toMatchObject({ answers_now: "office_then_agent", override: null });
  expect(before.said.now).toBe("Your office rings first.");
  for (const side of ["agent", "closed"] as const) {
    expect(before.switch_ends[side].length).toBeGreaterThan(0);
    for (const { until } of before.switch_ends[side]) {
      expect((await switchTo(side, new Date(until).toISOString())).status).toBe(200);
    }
  }
});

it("a switch counts at once, and only for its own company", async () => {
  const until = inHours(2);
  expect(await (await switchTo("agent", until)).json()).toEqual({ answers: "agent", until });
  const switched = await overview(mesa);
  expect(switched).toMatchObject({ answers_now: "agent", override: { answers: "agent", until: Date.parse(until) } });
  expect(switched.said).toEqual({
    now: expect.stringMatching(/^Your agent answers every call until /),
    why: "You switched to this by hand. After that your schedule counts again.",
  });
  expect((await overview(yuma)).answers_now).toBe("office_then_agent");
});

it("back to schedule ends it, and doing so twice changes nothing", async () => {
  await switchTo("closed", inHours(2));
  expect((await mesa.delete("/api/answering-override")).status).toBe(204);
  expect((await mesa.delete("/api/answering-override")).status).toBe(204);
  expect(await overview(mesa)).toMatchObject({ answers_now: "office_then_agent", override: null });
});

it("each switch, and the way back, is in the history of changes", async () => {
  await switchTo("closed", inHours(3));
  await mesa.delete("/api/answering-override");
  const { items } = await (await mesa.get("/api/audit-events")).json<{ items: { action: string }[] }>();
  expect(items.slice(0, 2).map(({ action }) => action)).toEqual(["answering.back_to_schedule", "answering.switched"]);
});

it.each([
  ["a moment that is over", { answers: "agent", until: inHours(-1) }, "until"],
  ["more than a month", { answers: "agent", until: inHours(32 * 24) }, "until"],
  ["a time without its zone", { answers: "agent", until: "2026-12-24T18:00:00" }, "until"],
  ["no end", { answers: "agent" }, "until"],
  ["an unknown side", { answers: "nobody", until: inHours(1) }, "answers"],
])("%s is refused, and nothing is switched", async (_, body, field) => {
  const response = await mesa.put("/api/answering-override", body);
  expect(response.status).toBe(400);
  const { error } = await response.json<{ error: { fields: Record<string, string> } }>();
  expect(error.fields[field]).toMatch(/[.]$/);
  expect((await overview(mesa)).override).toBeNull();
});
