import { describe, expect, it } from "vitest";
import { beforeEachNumberTest } from "../testing/number-stage.ts";
import {
  IMPATIENT,
  LATE_MS,
  type Line,
  type NumberWorld,
  numberWorld,
  OFFICE,
  type Workspace,
} from "../testing/number-world.ts";
import { changeNumber } from "./change-number.ts";
import { removeNumber } from "./remove-number.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";

// Every request to Retell fails in every possible way, once and twice in a row, and the Worker dies around every request
// and at every statement. In the end the row and Retell must always agree, and nothing may be imported twice.

let at: Workspace;
let line: Line;
let world: NumberWorld;

beforeEachNumberTest((stage) => {
  ({ at, line, world } = stage);
});

const NEW_TRUNK = "mesa.pstn.twilio.com";

type Work = {
  /** How many requests an undisturbed run sends. */
  requests: number;
  /** Everything before the job itself; returns the number that it works on. */
  prepare: () => Promise<StoredNumber>;
  /** Checks both sides at the end. */
  check: (number: StoredNumber) => Promise<void>;
};

const WORK: Record<string, Work> = {
  connect: {
    requests: 3,
    async prepare() {
      const number = await world.add();
      await world.connect(number.id);
      return number;
    },
    check: (number) => expectConnected(number, { termination_uri: "desert.pstn.twilio.com", auth_username: "desk" }),
  },
  update: {
    requests: 3,
    async prepare() {
      const number = await connected();
      await world.services.db.$client
        .prepare("UPDATE tenant_config SET office_phone = '+16025550191' WHERE user_id = ?")
        .bind(world.account.id)
        .run();
      await changeNumber(world.scope, world.services, number.id, { sip_trunk_uri: NEW_TRUNK, sip_username: "mesa" });
      return number;
    },
    check: (number) => expectConnected(number, { termination_uri: NEW_TRUNK, auth_username: "mesa" }, "+16025550191"),
  },
  remove: {
    requests: 2,
    async prepare() {
      const number = await connected();
      expect(await removeNumber(world.scope, world.services, number.id)).toMatchObject({ status: "disconnecting" });
      return number;
    },
    async check({ id, phoneNumber }) {
      expect(await world.row(id)).toBeNull();
      expect(await world.secret(id)).toBeNull();
      expect((await at.numbers()).map(({ phone_number }) => phone_number)).not.toContain(phoneNumber);
    },
  },
};

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

describe.each(Object.entries(WORK))("%s", (_, { requests, prepare, check }) => {
  const everyRequest = Array.from({ length: requests }, (__, index) => index);

  it(`sends ${requests} requests when nothing goes wrong`, async () => {
    const number = await prepare();
    const before = line.sent.length;
    expect(await world.deliver(number.id)).toBe(1);
    expect(line.sent.length - before).toBe(requests);
    await check(number);
  });

  const spoilt = everyRequest.flatMap((request) =>
    Object.entries(FAULTS).flatMap(([what, fault]) => [1, 2].map((times) => ({ request, what, fault, times }))),
  );
  it.each(spoilt)("request $request $what, $times times", async ({ request, fault, times }) => {
    const number = await prepare();
    world.configure(IMPATIENT);
    if (fault === AT_GATEWAY) line.behindGateway();
    await at.faults([{ where: "rest", skip: request, times, ...fault }]);
    await world.deliver(number.id);
    await at.faults([]);
    await check(number);
    expectOneImport();
  });

  const deaths = everyRequest.flatMap((request) => (["before", "after"] as const).map((when) => ({ request, when })));
  it.each(deaths)("the Worker dies $when request $request", async ({ request, when }) => {
    const number = await prepare();
    const kill = () => world.dying.arm({ statement: 1, when: "before" });
    line.dieAt({ request: line.sent.length + request, when, kill });
    await world.deliver(number.id);
    expect(world.dying.died()).toBe(true);
    await check(number);
    expectOneImport();
  });

  it("the Worker dies at every statement of the job, before and after it ran", async () => {
    let deathsSeen = 0; // must end up at twice the number of the job's statements
    for (const when of ["before", "after"] as const) {
      for (let statement = 1; ; statement++) {
        world = await numberWorld(at, line);
        const number = await prepare();
        world.dying.arm({ statement, when });
        await world.deliver(number.id);
        const died = world.dying.died();
        await check(number);
        expectOneImport();
        if (!died) break;
        deathsSeen += 1;
      }
    }
    expect(deathsSeen).toBeGreaterThan(10);
  });
});

async function connected(): Promise<StoredNumber> {
  const number = await world.add();
  await world.connect(number.id);
  await world.deliver(number.id);
  const row = await world.row(number.id);
  if (row?.status !== "connected") throw new Error(`not connected: ${JSON.stringify(row)}`);
  return row;
}

async function expectConnected(
  { id, phoneNumber }: StoredNumber,
  trunk: { termination_uri: string; auth_username: string },
  fallback_number = OFFICE,
): Promise<void> {
  expect(await world.row(id)).toMatchObject({
    status: "connected",
    statusDetail: null,
    errorCode: null,
    connectedAt: expect.any(Number),
    retellPhoneNumberId: phoneNumber,
    nextAttemptAt: null,
    lease: null,
    attempts: 0,
  });
  const there = (await at.numbers()).filter((number) => number.phone_number === phoneNumber);
  expect(there).toMatchObject([
    {
      phone_number_type: "custom",
      nickname: "Desert Rides",
      inbound_agents: [{ agent_id: at.agentId, agent_version: "latest_published", weight: 1 }],
      inbound_webhook_url: "http://127.0.0.1:8787/retell/inbound-webhook",
      fallback_number,
      sip_outbound_trunk_config: { ...trunk, transport: "TCP" },
    },
  ]);
}

/** At most one import of a number was ever carried out, whatever was answered. */
function expectOneImport(): void {
  const refusedAsDouble = line.sent.filter(({ path, status }) => path === "/import-phone-number" && status === 400);
  expect(refusedAsDouble).toEqual([]);
}
