import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Carrier } from "../telephony/carriers.ts";
import { type CarrierWorld, carrierWorld } from "../testing/carrier-world.ts";
import { watchedLine } from "../testing/number-world.ts";
import { mailTo, seededAccounts } from "../testing/operator.ts";
import { closureOf } from "./close-account.ts";
import { undoSetups } from "./undo-setups.ts";

const HOUR_MS = 3_600_000;
const FOUND = { twilio: { trunk_sid: "TK1", voice_url: "https://old.example/v" }, telnyx: { connection_id: "77" } };

let line: ReturnType<typeof watchedLine>;
let world: CarrierWorld;
let before: Awaited<ReturnType<CarrierWorld["atCarrier"]>>;

beforeAll(() => seededAccounts());
beforeEach(() => {
  line = watchedLine((path) => path.startsWith("/twilio/") || path.startsWith("/telnyx/"));
});
afterEach(async () => {
  await line.quiet();
  line.restore();
});

const set = async (carrier: Carrier) => {
  world = await carrierWorld(carrier, line, FOUND[carrier]);
  before = await world.atCarrier();
  await world.setUp(true);
};
const close = (requestedAt = world.clock.now) => undoSetups(world.scope, world.services, { requestedAt });
const refused = (status: number) =>
  world.faults([{ where: "rest", match: "GET /twilio/2010", times: 9, kind: "refuse", status }]);

describe.each(["twilio", "telnyx"] as const)("an account that closes while a number is set up at %s", (carrier) => {
  beforeEach(() => set(carrier));

  it("is told so before, and the number is exactly as it was afterwards", async () => {
    expect(await closureOf(world.scope, world.services)).toMatchObject({
      set_up_at_carriers: [{ carrier_name: carrier === "twilio" ? "Twilio" : "Telnyx" }],
    });
    expect(await close()).toBe("done");
    expect(await world.atCarrier()).toEqual(before);
    expect(await world.row()).toBeNull();
    expect(await mailTo(world.email)).toEqual([]);
  });

  it("leaves what somebody has changed since, and mails what to do", async () => {
    await world.changeThere(carrier === "twilio" ? { voice_url: "https://new.example" } : { connection_id: "99" });
    const changed = await world.atCarrier();
    expect(await close()).toBe("done");
    expect(await world.atCarrier()).toEqual(changed);
    expect(await world.row()).toBeNull();
    const [mail, ...more] = await mailTo(world.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("(520) 555-0170");
    expect(mail?.text).toContain("Somebody has changed this number");
    expect(mail?.text).toMatch(/Its name ends with nd-[\w-]+\./);
  });
});

it("an API key that no longer works does not hold up the closure, and a mail says so", async () => {
  await set("twilio");
  await refused(401);
  expect(await close()).toBe("done");
  expect((await mailTo(world.email))[0]?.text).toContain("did not accept the API key");
  expect(await world.row()).toBeNull();
});

it("a carrier that does not answer is asked again for a day, and then left as it is", async () => {
  await set("twilio");
  const requestedAt = world.clock.now;
  await refused(503);
  expect(await close()).toBe("waiting");
  expect(await mailTo(world.email)).toEqual([]);
  expect(await world.row()).not.toBeNull();
  world.clock.now += 25 * HOUR_MS;
  expect(await close(requestedAt)).toBe("done");
  expect(await mailTo(world.email)).toHaveLength(1);
});

it("a carrier that answers again after a while gets its former settings back", async () => {
  await set("twilio");
  await refused(503);
  expect(await close()).toBe("waiting");
  await world.faults([]);
  world.clock.now += HOUR_MS;
  expect(await close(world.clock.now - HOUR_MS)).toBe("done");
  expect(await world.atCarrier()).toEqual(before);
});
