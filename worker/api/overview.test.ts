import { beforeAll, expect, it } from "vitest";
import { fromRetell, ring, send } from "../testing/app.ts";
import { company, csv } from "../testing/company.ts";
import { type Browser, newOperator, seededAccounts } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

const steps = async (browser: Browser): Promise<Record<string, string>> => {
  const { checklist } = await (await browser.get("/api/overview")).json<{
    checklist: { code: string; state: string }[];
  }>();
  return Object.fromEntries(checklist.map(({ code, state }) => [code, state]));
};

it("the way to going live closes step by step, and only for the company that takes them", async () => {
  const neighbour = await company();
  const before = await steps(neighbour);
  expect(await steps(await newOperator())).toMatchObject({ settings: "open", greeting: "later", first_call: "later" });

  const mesa = await company({ welcome_message: "Hello." });
  expect(await steps(mesa)).toEqual({
    settings: "done",
    greeting: "done",
    reservations: "open",
    phone_number: "done",
    forwarding: "open",
    first_call: "open",
    first_message: "later",
  });
  await mesa.upload("/api/imports?kind=reservations&activate=true", csv(["4711"]));
  expect((await steps(mesa)).reservations).toBe("done");

  await ring(mesa.phone);
  const call = { call_id: "call_mesa", to_number: mesa.phone, from_number: "+16025550171", direction: "inbound" };
  await send(await fromRetell("/retell/call-events", { event: "call_started", call }));
  expect(await steps(mesa)).toMatchObject({ forwarding: "done", first_call: "done", first_message: "later" });

  await send(await fromRetell("/retell/tools/take_message", { args: { message: "Call me." }, call }));
  expect((await steps(mesa)).first_message).toBe("open");
  const { items } = await (await mesa.get("/api/messages")).json<{ items: { id: string }[] }>();
  await mesa.patch(`/api/messages/${items[0]?.id}`, { done: true });
  expect(new Set(Object.values(await steps(mesa)))).toEqual(new Set(["done"]));
  expect(await steps(neighbour)).toEqual(before);
});
