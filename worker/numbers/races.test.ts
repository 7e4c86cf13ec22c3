import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { saveSettings } from "../settings/save-settings.ts";
import { beforeEachNumberTest } from "../testing/number-stage.ts";
import {
  freshNumber,
  IMPATIENT,
  LATE_MS,
  type Line,
  type NumberWorld,
  numberWorld,
  OFFICE,
  TRUNK,
  type Workspace,
} from "../testing/number-world.ts";
import { addNumber } from "./add-number.ts";
import { changeNumber } from "./change-number.ts";
import { newNumber } from "./number-schema.ts";
import { removeEveryNumber, removeNumber } from "./remove-number.ts";
import { runNumberJob } from "./run-number-job.ts";

let at: Workspace;
let line: Line;
let world: NumberWorld;

beforeEachNumberTest((stage) => {
  ({ at, line, world } = stage);
});

const imports = () => line.sent.filter(({ path }) => path === "/import-phone-number");
const atRetell = async (phoneNumber: string) =>
  (await at.numbers()).find(({ phone_number }) => phone_number === phoneNumber);

it("two simultaneous jobs for one number import it once", async () => {
  const { id } = await world.add();
  await world.connect(id);
  const results = await Promise.all([1, 2, 3].map(() => runNumberJob(world.services, id)));
  expect(imports()).toHaveLength(1);
  expect(results.filter(({ retryInSeconds }) => retryInSeconds === null).length).toBeGreaterThan(0);
  await world.deliver(id);
  expect(imports()).toHaveLength(1);
  expect(await world.row(id)).toMatchObject({ status: "connected" });
});

it("if two companies claim one number, one gets it and the other is told", async () => {
  const other = await numberWorld(at, line);
  const phone_number = freshNumber();
  const claims = await Promise.allSettled([world.add({ phone_number }), other.add({ phone_number })]);
  expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = claims.find(({ status }) => status === "rejected");
  expect(refused).toMatchObject({ reason: { status: 409, code: "number_taken" } });
});

// The operator acts while the import is running, at each of the three requests of a connection.
const moments = [0, 1, 2];

it.each(moments)(
  "a number that is removed during request %i of its connection is gone on both sides",
  async (request) => {
    const { id, phoneNumber } = await world.add();
    await world.connect(id);
    await duringRequest(request, async () => {
      await removeNumber(world.scope, world.services, id);
    });
    await world.deliver(id);
    expect(await world.row(id)).toBeNull();
    expect(await world.secret(id)).toBeNull();
    expect(await atRetell(phoneNumber)).toBeUndefined();
  },
);

it.each(moments)(
  "a trunk that is changed during request %i of the connection is what Retell has in the end",
  async (request) => {
    const { id, phoneNumber } = await world.add();
    await world.connect(id);
    await duringRequest(request, async () => {
      await changeNumber(world.scope, world.services, id, { sip_trunk_uri: "mesa.pstn.twilio.com" });
    });
    await world.deliver(id);
    expect(await world.row(id)).toMatchObject({ status: "connected", sipTrunkUri: "mesa.pstn.twilio.com" });
    expect(imports()).toHaveLength(1);
    expect(await atRetell(phoneNumber)).toMatchObject({
      sip_outbound_trunk_config: { termination_uri: "mesa.pstn.twilio.com" },
    });
  },
);

it("a number that is removed right after an unanswered import is removed once that import has arrived", async () => {
  const { id, phoneNumber } = await world.add();
  await world.connect(id);
  await at.faults([{ where: "rest", match: "POST /import", kind: "slow", delay_ms: LATE_MS, times: 1 }]);
  world.configure(IMPATIENT);
  await runNumberJob(world.services, id);
  expect(await removeNumber(world.scope, world.services, id)).toMatchObject({ status: "disconnecting" });
  const now = world.clock.now;
  await world.deliver(id);
  expect(world.clock.now - now).toBeGreaterThan(50_000); // not right away: the import might still have arrived
  expect(await world.row(id)).toBeNull();
  expect(await atRetell(phoneNumber)).toBeUndefined();
});

it("a number that was seen at Retell after an unanswered import is removed without waiting", async () => {
  await at.faults([{ where: "rest", match: "/import-phone-number", kind: "error_after", times: 1 }]);
  const { id, phoneNumber } = await world.add();
  await world.connect(id);
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "connected", importAnsweredAt: expect.any(Number) });
  await removeNumber(world.scope, world.services, id);
  expect(await runNumberJob(world.services, id)).toEqual({ retryInSeconds: null });
  expect(await world.row(id)).toBeNull();
  expect(await atRetell(phoneNumber)).toBeUndefined();
});

it("a company that leaves ends up without numbers anywhere, however often it asks", async () => {
  const numbers = [await world.add(), await world.add(), await world.add()];
  for (const { id } of numbers.slice(0, 2)) {
    await world.connect(id);
    await world.deliver(id);
  }
  expect(await removeEveryNumber(world.scope, world.services)).toBe(2);
  expect(await removeEveryNumber(world.scope, world.services)).toBe(2);
  for (const { id } of numbers) await world.deliver(id);
  expect(await removeEveryNumber(world.scope, world.services)).toBe(0);
  for (const { phoneNumber } of numbers) expect(await atRetell(phoneNumber)).toBeUndefined();
});

describe("a change of the company's name and office phone reaches Retell", () => {
  const save = async (changes: Parameters<typeof saveSettings>[2]) => {
    const deferred: (() => Promise<unknown>)[] = [];
    const defer = (work: () => Promise<unknown>) => void deferred.push(work);
    await saveSettings(world.scope, { ...world.services, defer }, changes);
    await Promise.all(deferred.map((work) => work()));
  };
  const renamed = { company_name: "Mesa Rides", office_phone: null };

  it("for a connected number, and a number that is not connected stays so", async () => {
    const { id, phoneNumber } = await world.add();
    const idle = await world.add();
    await world.connect(id);
    await world.deliver(id);
    expect(await atRetell(phoneNumber)).toMatchObject({ nickname: "Desert Rides", fallback_number: OFFICE });
    await save({ welcome_message: "Hello." }); // Retell does not store this
    expect(await world.row(id)).toMatchObject({ status: "connected" });
    await save(renamed);
    expect(await world.row(id)).toMatchObject({ status: "pending" });
    expect(await world.row(idle.id)).toMatchObject({ status: "not_connected" });
    await world.deliver(id);
    expect(await world.row(id)).toMatchObject({ status: "connected" });
    const there = await atRetell(phoneNumber);
    expect(there).toMatchObject({ nickname: "Mesa Rides" });
    expect(there?.fallback_number ?? null).toBeNull();
  });

  it.each(moments)("when it is saved during request %i of a connection", async (request) => {
    const { id, phoneNumber } = await world.add();
    await world.connect(id);
    await duringRequest(request, () => save(renamed));
    await world.deliver(id);
    const there = await atRetell(phoneNumber);
    expect(there).toMatchObject({ nickname: "Mesa Rides" });
    expect(there?.fallback_number ?? null).toBeNull();
  });
});

const WEEK_MS = 7 * 86_400_000;

it("a claim that no call proved within a week goes to one of two companies that ask", async () => {
  const number = await world.add();
  const [second, third] = await twoWhoAsk();
  const ask = { phone_number: number.phoneNumber };
  await expect(second.add(ask)).rejects.toMatchObject({ code: "number_taken" }); // a week has not passed yet
  aWeekOn(second, third);
  const claims = await Promise.allSettled([second.add(ask), third.add(ask)]);
  expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = claims[0].status === "fulfilled" ? second : third;

  expect(await world.rows()).toEqual([]);
  expect(await world.secret(number.id)).toBeNull();
  expect(await env.KV.get(`answer/${number.phoneNumber}`, "json")).toMatchObject({ userId: winner.account.id });
  expect(await mailOfWorld()).toMatchObject([
    {
      recipient: world.email,
      subject: expect.stringContaining(number.phoneNumber),
      text_body: expect.stringMatching(/https?:\/\/[^/\s]+\/numbers\s/), // the numbers page
    },
  ]);
  for (const { id } of [world.account, winner.account]) {
    expect(await trailOf(id)).toMatch(/phone_number\.(lost|taken_over)/);
  }
});

it("a claim that may be at Retell is removed there before anybody else gets the number, with one mail", async () => {
  const number = await world.add();
  await world.connect(number.id);
  await world.deliver(number.id);
  const [second, third] = await twoWhoAsk();
  const ask = { phone_number: number.phoneNumber, sip_username: "other", sip_trunk_uri: "mesa.pstn.twilio.com" };
  aWeekOn(second, third);
  const wait = { code: "number_taken", message: expect.stringMatching(/releasing it\. Add it again/) };
  const claims = await Promise.allSettled([second.add(ask), third.add(ask)]);
  expect(claims).toMatchObject([{ reason: wait }, { reason: wait }]);
  await expect(second.add(ask)).rejects.toMatchObject(wait);
  expect(await second.rows()).toEqual([]);
  expect(await world.row(number.id)).toMatchObject({ status: "disconnecting" });
  expect(await mailOfWorld()).toHaveLength(1);
  expect((await trailOf(world.account.id)).match(/phone_number\.lost/g)).toHaveLength(1);

  world.clock.now = second.clock.now;
  await world.deliver(number.id);
  expect(await world.rows()).toEqual([]);
  expect(await world.secret(number.id)).toBeNull();
  expect(await atRetell(number.phoneNumber)).toBeUndefined(); // with the first claimant's trunk and password

  const mine = await second.add(ask);
  await second.connect(mine.id);
  await second.deliver(mine.id);
  expect(await second.row(mine.id)).toMatchObject({ status: "connected" });
  expect(await atRetell(number.phoneNumber)).toMatchObject({
    sip_outbound_trunk_config: { termination_uri: "mesa.pstn.twilio.com", auth_username: "other" },
  });
  expect(imports()).toHaveLength(2);
});

it("a claim that a call has proved, or that a job is working on, is never taken over", async () => {
  const proven = await world.add();
  await env.DB.prepare("UPDATE tenant_phone_numbers SET verified_at = 1 WHERE id = ?").bind(proven.id).run();
  const leaving = await world.add();
  await env.DB.prepare("UPDATE tenant_phone_numbers SET status = 'disconnecting' WHERE id = ?").bind(leaving.id).run();
  const held = await world.add();
  const other = await numberWorld(at, line);
  other.clock.now += WEEK_MS + 60_000;
  await env.DB.prepare("UPDATE tenant_phone_numbers SET lease = 'x', lease_until = ? WHERE id = ?")
    .bind(other.clock.now + 1000, held.id)
    .run();
  for (const { phoneNumber } of [proven, leaving, held]) {
    const parsed = newNumber.parse({ ...TRUNK, phone_number: phoneNumber });
    await expect(addNumber(other.scope, other.services, parsed)).rejects.toMatchObject({ code: "number_taken" });
  }
  expect(await world.rows()).toHaveLength(3);
});

async function twoWhoAsk(): Promise<[NumberWorld, NumberWorld]> {
  return [await numberWorld(at, line), await numberWorld(at, line)];
}

function aWeekOn(...worlds: NumberWorld[]): void {
  for (const { clock } of worlds) clock.now = world.clock.now + WEEK_MS + 60_000;
}

async function mailOfWorld() {
  const mail = env.DB.prepare("SELECT recipient, subject, text_body FROM outgoing_mail WHERE user_id = ?");
  return (await mail.bind(world.account.id).all()).results;
}

async function trailOf(account: string): Promise<string> {
  const trail = env.DB.prepare("SELECT action FROM audit_events WHERE user_id = ?");
  return JSON.stringify((await trail.bind(account).all()).results);
}

/** Does something while a request to Retell is running, then lets the job continue. */
async function duringRequest(request: number, act: () => Promise<void>): Promise<void> {
  const through = globalThis.fetch;
  let seen = -1;
  globalThis.fetch = async (input, init) => {
    if (/phone-number/.test(String(input))) seen += 1;
    if (seen !== request) return through(input, init);
    globalThis.fetch = through;
    const response = await through(input, init);
    await act();
    return response;
  };
  await world.deliver((await world.rows())[0]?.id ?? "");
  globalThis.fetch = through;
}
