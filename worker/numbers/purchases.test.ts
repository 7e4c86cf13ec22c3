import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { purchasesOfEveryCompany } from "../tenancy/job-gate.ts";
import { beforeEachNumberTest } from "../testing/number-stage.ts";
import {
  IMPATIENT,
  LATE_MS,
  type Line,
  type NumberWorld,
  numberWorld,
  type Workspace,
} from "../testing/number-world.ts";
import { COAST } from "../testing/operator.ts";
import { buyNumber, purchaseBody } from "./buy-number.ts";
import { purchaseMark } from "./purchase-mark.ts";
import { reconcileNumbers } from "./reconcile.ts";
import { removeEveryNumber, removeNumber } from "./remove-number.ts";
import { purchase, requestPurchase } from "./store/purchases.ts";

// Every request to Retell fails in every way, and the Worker dies around every request and at every statement. In the end
// there is exactly one number, here and at Retell, or none in either place.

let at: Workspace;
let line: Line;
let world: NumberWorld;

beforeEachNumberTest((stage) => {
  ({ at, line, world } = stage);
}, "test");

const AT_GATEWAY = { kind: "slow", delay_ms: LATE_MS };
const FAULTS: Record<string, object> = {
  "answers 500 and does nothing": { kind: "500" },
  "does it and answers 500": { kind: "error_after" },
  "does it after we have stopped waiting": { kind: "slow", delay_ms: LATE_MS },
  "does it and answers after we have stopped waiting": { kind: "late", delay_ms: LATE_MS },
  "is cut off before it is done": { kind: "drop" },
  "is cut off after it is done": { kind: "drop_after" },
  "is answered 504 by a gateway and done later": AT_GATEWAY,
  "is throttled": { kind: "429", retry_after: 7 },
};

describe("buying a number, whatever fails", () => {
  const spoilt = Object.entries(FAULTS).flatMap(([what, fault]) => [1, 2].map((times) => ({ what, fault, times })));
  it.each(spoilt)("the purchase $what, $times times", async ({ fault, times }) => {
    const id = await asked();
    world.configure(IMPATIENT);
    if (fault === AT_GATEWAY) line.behindGateway();
    await at.faults([{ where: "rest", match: "POST /create", times, ...fault }]);
    await world.deliverPurchase(id);
    await at.faults([]);
    await expectOne(id);
  });

  it.each(spoilt)("the list after a lost answer $what, $times times", async ({ fault, times }) => {
    const id = await asked();
    world.configure(IMPATIENT);
    await at.faults([
      { where: "rest", match: "POST /create", times: 1, kind: "drop_after" },
      { where: "rest", match: "GET /v2/list", times, ...fault },
    ]);
    await world.deliverPurchase(id);
    await at.faults([]);
    await expectOne(id);
  });

  it.each(["before", "after"] as const)("the Worker dies %s the purchase is sent", async (when) => {
    const id = await asked();
    line.dieAt({ request: line.sent.length, when, kill: () => world.dying.arm({ statement: 1, when: "before" }) });
    await world.deliverPurchase(id);
    expect(world.dying.died()).toBe(true);
    await expectOne(id);
  });

  it("the Worker dies at every statement of the job, before and after it ran", async () => {
    let deaths = 0;
    for (const when of ["before", "after"] as const) {
      for (let statement = 1; ; statement++) {
        world = await numberWorld(at, line);
        const id = await asked();
        world.dying.arm({ statement, when });
        await world.deliverPurchase(id);
        const died = world.dying.died();
        await expectOne(id);
        if (!died) break;
        deaths += 1;
      }
    }
    expect(deaths).toBeGreaterThan(8);
  });

  it("sends one request, even if its answer is lost", async () => {
    const undisturbed = await asked();
    await world.deliverPurchase(undisturbed);
    await expectOne(undisturbed);
    world = await numberWorld(at, line);
    const id = await asked();
    await at.faults([{ where: "rest", match: "POST /create", times: 1, kind: "drop_after" }]);
    await world.deliverPurchase(id);
    expect(line.sent.map(({ path }) => path)).toEqual(["/create-phone-number", "/create-phone-number"]);
    await expectOne(id);
  });

  it("a request that arrives after a second one was sent leaves one number: the comparison gives the other back", async () => {
    const id = await asked();
    await world.deliverPurchase(id);
    await at.client.phoneNumber.create({
      nickname: `Desert Rides ${purchaseMark(id)}`,
      inbound_agents: [{ agent_id: at.agentId, weight: 1 }],
    });
    expect(await mine(id)).toHaveLength(2);
    await at.faults([{ where: "rest", match: "DELETE /delete", times: 1, kind: "500" }]);
    await reconcileNumbers(world.services);
    expect(await mine(id), "Retell did not take it back").toHaveLength(2);
    await reconcileNumbers(world.services);
    await expectOne(id);
  });
});

describe("a company", () => {
  it("gets a number in the area that it asks for, bound to the agent, and ready at once", async () => {
    const bought = await buy({ area_code: "520" });
    expect(bought).toMatchObject({
      number: { status: "connected", phoneNumber: expect.stringMatching(/^\+1520/), sipTrunkProvider: "retell" },
    });
  });

  it("gets one number, and another one once the first is given back", async () => {
    const first = await buy({});
    if (!("number" in first)) throw new Error("not bought");
    await expect(buy({})).rejects.toMatchObject({ status: 409, code: "purchase_limit" });
    expect(await removeNumber(world.scope, world.services, first.number.id)).toMatchObject({ status: "disconnecting" });
    await expect(buy({}), "while it is being given back").rejects.toMatchObject({ code: "purchase_limit" });
    await world.deliver(first.number.id);
    expect(await mine(first.number.id)).toEqual([]);
    expect(await buy({})).toMatchObject({ number: { status: "connected" } });
  });

  it("is told when an area has no number left, and nothing is counted against it", async () => {
    await expect(buy({ area_code: 599 })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("area code"),
    });
    expect(await buy({ area_code: 520 })).toMatchObject({ number: { status: "connected" } });
  });

  it("is refused while purchases are off, before its settings are saved, and beyond the platform's day", async () => {
    world.configure({ NUMBER_PURCHASES: "off" });
    await expect(buy({})).rejects.toMatchObject({ status: 403, code: "purchases_off" });
    world.configure({ NUMBER_PURCHASES: "on" });
    await env.DB.prepare("DELETE FROM tenant_config WHERE user_id = ?").bind(world.account.id).run();
    await expect(buy({})).rejects.toMatchObject({ status: 409, code: "not_configured" });
    world = await numberWorld(at, line);
    await earlierPurchases(20, { of: COAST.user.id, error: null });
    await expect(buy({})).rejects.toMatchObject({ status: 409, code: "purchase_limit" });
    expect(line.sent).toEqual([]);
    world.clock.now += 86_400_000;
    expect(await buy({})).toMatchObject({ number: { status: "connected" } });
  });

  it("that has tried ten areas without a number waits until tomorrow, and the others do not", async () => {
    const other = await numberWorld(at, line);
    await earlierPurchases(10, { of: world.account.id, error: "none_available" });
    await earlierPurchases(10, { of: COAST.user.id, error: "none_available" });
    await expect(buy({})).rejects.toMatchObject({ status: 409, code: "purchase_limit" });
    expect(await buyNumber(other.scope, other.services, purchaseBody.parse({}))).toHaveProperty("number");
    world.clock.now += 86_400_000;
    expect(await buy({})).toHaveProperty("number");
  });

  it("cannot get beyond the platform's day, nor beyond its own tries, by asking several times at once", async () => {
    const other = await numberWorld(at, line);
    await earlierPurchases(19, { of: COAST.user.id, error: null });
    await Promise.allSettled([buy({}), buyNumber(other.scope, other.services, purchaseBody.parse({}))]);
    expect(await purchasesOf(world.account.id, other.account.id), "the twentieth of all").toBe(1);
    world = await numberWorld(at, line);
    world.clock.now += 86_400_000;
    await earlierPurchases(9, { of: world.account.id, error: "none_available" });
    await Promise.allSettled([1, 2, 3].map(() => buy({ area_code: 599 })));
    expect(await purchasesOf(world.account.id), "its tenth try").toBe(10);
  });

  it("gets no number that another company has in its list, and it is given back", async () => {
    const other = await numberWorld(at, line);
    await other.add({ phone_number: "+13105550100" });
    await expect(buy({ area_code: 310 })).rejects.toMatchObject({ status: 409, code: "conflict" });
    expect(await at.numbers()).toEqual([]);
    expect(await world.rows()).toEqual([]);
  });

  it("gives such a number back even if Retell refuses that at first", async () => {
    const other = await numberWorld(at, line);
    await other.add({ phone_number: "+13105550100" });
    await at.faults([{ where: "rest", match: "DELETE /delete", times: 3, kind: "500" }]);
    const bought = await buy({ area_code: 310 });
    if (!("pending" in bought)) throw new Error("not pending");
    expect(await at.numbers(), "not given back yet").toHaveLength(1);
    await world.deliverPurchase(bought.pending.id);
    expect(await at.numbers()).toEqual([]);
    expect(await purchase(world.scope, world.services.db, bought.pending.id)).toMatchObject({
      errorCode: "none_available",
      nextAttemptAt: null,
    });
  });

  it("two requests at the same moment buy one number", async () => {
    const both = await Promise.allSettled([buy({}), buy({})]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(line.sent).toHaveLength(1);
  });

  it("that leaves gives back its number", async () => {
    const bought = await buy({});
    if (!("number" in bought)) throw new Error("not bought");
    expect(await removeEveryNumber(world.scope, world.services)).toBe(1);
    await world.deliver(bought.number.id);
    expect(await at.numbers()).toEqual([]);
    expect(await removeEveryNumber(world.scope, world.services)).toBe(0);
  });

  it("that leaves gives back a number that is still on its way, even if Retell refuses that at first", async () => {
    const id = await asked();
    world.configure(IMPATIENT);
    await at.faults([
      { where: "rest", match: "POST /create", times: 1, kind: "drop_after" },
      { where: "rest", match: "DELETE /delete", times: 3, kind: "500" },
    ]);
    await world.deliverOnce(id);
    expect(await mine(id), "at Retell, and we do not know").toHaveLength(1);
    expect(await removeEveryNumber(world.scope, world.services)).toBe(1);
    await world.deliverPurchase(id);
    expect(await mine(id)).toEqual([]);
    expect(await removeEveryNumber(world.scope, world.services)).toBe(0);
  });
});

async function buy(wish: object) {
  return buyNumber(world.scope, world.services, purchaseBody.parse(wish));
}

/** A purchase that is stored, and about which nothing was sent yet. */
async function asked(): Promise<string> {
  const wish = { areaCode: null, countryCode: null, tollFree: false };
  const stored = await requestPurchase(world.scope, world.services.db, wish, {
    now: world.clock.now,
    actor: world.account.id,
    caps: { numbers: 1, tries: { most: 10, since: 0 }, platform: { most: 100, taken: purchasesOfEveryCompany(0) } },
  });
  if (typeof stored === "string") throw new Error(`refused: ${stored}`);
  return stored.id;
}

async function purchasesOf(...companies: string[]): Promise<number> {
  const places = companies.map(() => "?").join(", ");
  const statement = `SELECT count(*) AS n FROM number_purchases WHERE user_id IN (${places})`;
  return (
    (await env.DB.prepare(statement)
      .bind(...companies)
      .first<number>("n")) ?? 0
  );
}

/** Purchases of today, so many; with an error they brought no number. */
async function earlierPurchases(many: number, { of, error }: { of: string; error: string | null }): Promise<void> {
  const insert = env.DB.prepare(
    "INSERT INTO number_purchases (id, user_id, requested_at, error_code) VALUES (?, ?, ?, ?)",
  );
  const rows = Array.from({ length: many }, () => insert.bind(crypto.randomUUID(), of, world.clock.now, error));
  await env.DB.batch(rows);
}

async function mine(id: string) {
  return (await at.numbers()).filter(({ nickname }) => nickname?.endsWith(purchaseMark(id)));
}

/** Exactly one number, and both sides agree about it. */
async function expectOne(id: string): Promise<void> {
  const [there, ...others] = await mine(id);
  expect(others).toEqual([]);
  expect(there).toMatchObject({
    inbound_agents: [{ agent_id: at.agentId, agent_version: "latest_published", weight: 1 }],
    inbound_webhook_url: "http://127.0.0.1:8787/retell/inbound-webhook",
  });
  expect(await world.row(id)).toMatchObject({
    phoneNumber: there?.phone_number,
    status: "connected",
    sipTrunkProvider: "retell",
    purchasedAt: expect.any(Number),
    nextAttemptAt: null,
  });
  expect(await purchase(world.scope, world.services.db, id)).toMatchObject({
    phoneNumber: there?.phone_number,
    nextAttemptAt: null,
    lease: null,
  });
}
