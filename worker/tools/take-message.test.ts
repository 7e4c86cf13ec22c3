import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import type { Bindings } from "../env.ts";
import { fromRetell, seededDatabase, send } from "../testing/app.ts";
import { failingDatabase } from "../testing/failing-database.ts";

const PATH = "/retell/tools/take_message";

beforeEach(() => seededDatabase());

async function leave(args: object, call: object = {}, bindings: Partial<Bindings> = {}) {
  const envelope = {
    name: "take_message",
    args,
    call: { call_id: "call_1", to_number: CITY.phoneNumber, from_number: "+16025550100", ...call },
  };
  return send(await fromRetell(PATH, envelope), bindings);
}

async function stored(): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare("SELECT * FROM messages ORDER BY created_at").all()).results;
}

it("a message is stored for the company that was dialled before the caller hears so", async () => {
  const response = await leave({
    message: "Please cancel my ride on Saturday.",
    category: "cancellation",
    caller_name: "Wen Bauer",
    callback_number: "602 555 0111",
    confirmation_number: "RES-20261126-0012",
  });
  expect(await response.json()).toMatchObject({ taken: true, message: expect.stringContaining("requested, not done") });
  expect(await stored()).toMatchObject([
    {
      user_id: CITY.user.id,
      call_id: "call_1",
      category: "cancellation",
      message: "Please cancel my ride on Saturday.",
      caller_name: "Wen Bauer",
      callback_number: "+16025550111",
      from_number: "+16025550100",
      confirmation_number: "RES-20261126-0012",
      done_at: null,
    },
  ]);
});

it("a message repeated in parallel is one; other words, another call or another company make another one", async () => {
  const text = { message: "I left my hat in the van." };
  await Promise.all(Array.from({ length: 10 }, () => leave(text)));
  expect(await stored()).toHaveLength(1);
  await leave({ message: "It is a red hat." });
  await leave(text, { call_id: "call_2" });
  await leave(text, { to_number: COAST.phoneNumber });
  expect((await stored()).map((message) => message.user_id).filter((id) => id === COAST.user.id)).toHaveLength(1);
  expect(await stored()).toHaveLength(4);
});

it("without a call-back number the caller's own is kept, and a withheld one stays unknown", async () => {
  await leave({ message: "Call me." });
  await leave({ message: "Call me too." }, { from_number: "anonymous" });
  expect((await stored()).map((message) => message.callback_number)).toEqual(["+16025550100", null]);
});

it.each([{}, { message: "  " }, { message: 5 }, { message: "hi", caller_name: ["A"] }])(
  "what is no message (%j) is refused and nothing is stored",
  async (args) => {
    expect((await leave(args)).status).toBe(400);
    expect(await stored()).toEqual([]);
  },
);

it("while the database fails the caller is never told that the message was stored, and the next try stores it once", async () => {
  const { d1, fail } = failingDatabase(env.DB);
  const text = { message: "Please call me back." };
  for (const mood of [true, "after"] as const) {
    fail(mood); // it did nothing, or it did all and the answer was lost
    const response = await leave(text, {}, { DB: d1 });
    expect(response.status).toBe(503);
    const answer = await response.text();
    expect(answer).toContain("Do not say that it was passed on");
    expect(answer).not.toMatch(/taken|was passed on to the office/);
  }
  fail(false);
  expect(await (await leave(text, {}, { DB: d1 })).json()).toMatchObject({ taken: true });
  expect(await stored()).toHaveLength(1);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM outgoing_mail").first("n")).toBe(1);
});

it("a call that claims another company, or a number that nobody has, leaves nothing anywhere", async () => {
  expect((await leave({ message: "hi" }, { metadata: { tenant_id: COAST.user.id } })).status).toBe(403);
  expect(await (await leave({ message: "hi" }, { to_number: "+12125550123" })).json()).toMatchObject({ taken: false });
  expect(await stored()).toEqual([]);
});

it("a label that nobody knows, or a very long story, does not lose the message", async () => {
  await leave({ message: "The driver was rude.", category: "complaint" });
  await leave({ message: "long ".repeat(1000) }, { call_id: "call_2" });
  const [complaint, story] = await stored();
  expect(complaint).toMatchObject({ category: "message", message: "The driver was rude." });
  expect(String(story?.message)).toHaveLength(2000);
});

it("a corrected call-back number replaces the first one", async () => {
  await leave({ message: "Call me.", callback_number: "602 555 0111" });
  await leave({ message: "Call me.", callback_number: "six oh two five five five zero one one two" });
  expect(await stored()).toMatchObject([{ callback_number: "+16025550112" }]);
});

it.each([
  ["602-555-0123 x4", "+16025550123"],
  ["602-555-0123 ext 12", "+16025550123"],
  ["520 555 0142, evenings after 6", "+15205550142"],
  ["my wife's cell, 602 555 0123", "+16025550123"],
  ["+44 20 7946 0123", "+442079460123"],
  ["555-0142", "555-0142"],
  ["52 644 123 4567", "52 644 123 4567"],
  ["602-555-0123 or 602-555-0124", "602-555-0123 or 602-555-0124"],
  ["the hotel's front desk", "the hotel's front desk"],
])("the call-back number %j is kept as %j", async (said, kept) => {
  await leave({ message: "Call me.", callback_number: said });
  expect(await stored()).toMatchObject([{ callback_number: kept }]);
});

it("a chat has no company, so nothing is kept and nothing is told", async () => {
  const chat = { chat_id: "chat_1", metadata: { tenant_id: CITY.user.id } };
  const said = await send(await fromRetell(PATH, { name: "take_message", args: { message: "hi" }, chat }));
  expect(await said.json()).toMatchObject({ taken: false });
  const args = { confirmation_number: "RES-20261126-0012" };
  const asked = await send(
    await fromRetell("/retell/tools/check_reservation", { name: "check_reservation", args, chat }),
  );
  expect(await asked.json()).toMatchObject({ found: false });
  expect(await stored()).toEqual([]);
});

it("on a call that the company made, the message is the company's and the caller is the person it called", async () => {
  await leave(
    { message: "Call me." },
    { direction: "outbound", from_number: CITY.phoneNumber, to_number: COAST.phoneNumber },
  );
  expect(await stored()).toMatchObject([{ user_id: CITY.user.id, from_number: COAST.phoneNumber }]);
});

it("two callers of the old agent who say the same leave two messages", async () => {
  const bare = async (args: object) => send(await fromRetell(PATH, args));
  await bare({ message: "Call me back.", callback_number: "602 555 0111" });
  await bare({ message: "Call me back.", callback_number: "602 555 0112" });
  expect(await stored()).toHaveLength(2);
});
