import { env } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeNumber } from "../numbers/remove-number.ts";
import { forgetCarrier } from "../telephony/carrier-account.ts";
import type { Carrier } from "../telephony/carriers.ts";
import { renewToken, saveRoute } from "../telephony/number-route.ts";
import { type CarrierWorld, carrierWorld, PUBLIC } from "../testing/carrier-world.ts";
import { LATE_MS, watchedLine } from "../testing/number-world.ts";
import { seededAccounts } from "../testing/operator.ts";
import { lookAtNumber, showSetup } from "./show-setup.ts";
import { leaveAsIs } from "./undo-setup.ts";

// Every request to a carrier fails in every way, before and after it takes effect, and the Worker dies at every
// statement. In the end the number is set up with one fallback, and undoing brings back exactly what was found.

const IMPATIENT = { CARRIER_TIMEOUT_MS: 250 };
const FAULTS: Record<string, object> = {
  "answers 500 and does nothing": { kind: "500" },
  "does it and answers 500": { kind: "error_after" },
  "does it after we have stopped waiting": { kind: "slow", delay_ms: LATE_MS },
  "does it and answers after we have stopped waiting": { kind: "late", delay_ms: LATE_MS },
  "is cut off before it is done": { kind: "drop" },
  "is cut off after it is done": { kind: "drop_after" },
  "is throttled": { kind: "429" },
};
const PATHS: Record<Carrier, string> = { twilio: "/twilio", telnyx: "/telnyx" };

let line: ReturnType<typeof watchedLine>;
let world: CarrierWorld;

beforeAll(() => seededAccounts());
beforeEach(() => {
  line = watchedLine((path) => path.startsWith("/twilio/") || path.startsWith("/telnyx/"));
});
afterEach(async () => {
  await line.quiet();
  line.restore();
});

const WAYS = [
  ["twilio_live", "twilio"],
  ["twilio_studio", "twilio"],
  ["telnyx_live", "telnyx"],
] as const;

describe.each(WAYS)("by %s", (way, carrier) => {
  const found = { twilio: { trunk_sid: "TK1", voice_url: "https://old.example/v" }, telnyx: { connection_id: "77" } };
  const newWorld = () => carrierWorld(carrier, line, found[carrier], way);
  beforeEach(async () => {
    world = await newWorld();
  });

  it("asks for confirmation before it takes the number off whatever is in the way, and changes nothing until then", async () => {
    const before = await world.atCarrier();
    await expect(world.setUp()).rejects.toMatchObject({ status: 409, code: "needs_confirmation" });
    expect(await world.atCarrier()).toEqual(before);
    expect(await world.row()).toBeNull();
    expect(await lookAtNumber(world.scope, world.services, world.numberId)).toMatchObject({
      in_the_way: [carrier === "twilio" ? "trunk_sid" : "connection_id"],
    });
  });

  it("is set up and undone again, and everything is exactly as before", async () => {
    const before = await world.atCarrier();
    await world.setUp(true);
    await expectSetUp(way);
    const shown = await showSetup(world.scope, world.services, world.numberId);
    expect(shown).toMatchObject({ state: "set_up", outdated: false, running: false });
    expect(shown.steps.map(({ state }) => state)).toEqual(["done", "done", "done", "done"]);
    await world.undo();
    expect(await world.atCarrier()).toEqual(before);
    expect(await world.row()).toBeNull();
  });

  it("refuses to undo what somebody has changed since, names it, and forgets it if told to", async () => {
    await world.setUp(true);
    await world.changeThere(carrier === "twilio" ? { voice_url: "https://new.example" } : { connection_id: "99" });
    const changed = await world.atCarrier();
    const name = carrier === "twilio" ? "the voice address" : "the connection";
    await expect(world.undo()).rejects.toMatchObject({ code: "changed_since", message: expect.stringContaining(name) });
    await expect(world.setUp(true)).rejects.toMatchObject({ code: "changed_since" });
    expect(await world.atCarrier()).toEqual(changed);
    await leaveAsIs(world.scope, world.services, world.numberId);
    expect(await world.atCarrier()).toEqual(changed);
    expect(await world.row()).toBeNull();
  });

  it("is written once, however often it is asked for", async () => {
    await world.setUp(true);
    const requests = line.sent.length;
    await world.setUp(true);
    // What was made before is brought up to date, and nothing else is written.
    const updates = ({ method, path }: { method: string; path: string }) =>
      /^(get|patch)$/i.test(method) || /^\/twilio\/v2\/Flows\/FW/.test(path);
    expect(line.sent.slice(requests).filter((request) => !updates(request))).toEqual([]);
    await expectSetUp(way);
  });

  it.each(cases(carrier === "twilio" ? { requests: 6, changing: [4, 5] } : { requests: 10, changing: [6, 7, 8] }))(
    "request $n of a set-up $what",
    async ({ n, fault }) => {
      const before = await world.atCarrier();
      world.configure(IMPATIENT);
      await world.faults([{ where: "rest", match: PATHS[carrier], skip: n - 1, times: 1, ...fault }]);
      await world.untilItWorks((services) => world.setUp(true, services));
      await world.faults([]);
      await expectSetUp(way);
      await world.untilItWorks((services) => world.undo(services));
      expect(await world.atCarrier()).toEqual(before);
    },
  );

  it.each(cases(carrier === "twilio" ? { requests: 5, changing: [2, 5] } : { requests: 8, changing: [3, 4, 8] }))(
    "request $n of undoing it $what",
    async ({ n, fault }) => {
      const before = await world.atCarrier();
      await world.setUp(true);
      world.configure(IMPATIENT);
      await world.faults([{ where: "rest", match: PATHS[carrier], skip: n - 1, times: 1, ...fault }]);
      await world.untilItWorks((services) => world.undo(services));
      await world.faults([]);
      expect(await world.atCarrier()).toEqual(before);
      expect(await world.row()).toBeNull();
    },
  );

  it("survives a Worker that dies at any statement, before or after it ran", async () => {
    let deaths = 0;
    for (const act of ["setUp", "undo"] as const) {
      for (const when of ["before", "after"] as const) {
        for (let statement = 1; ; statement++) {
          world = await newWorld();
          const before = await world.atCarrier();
          if (act === "undo") await world.setUp(true);
          world.dying.arm({ statement, when });
          await world.untilItWorks((services) => (act === "setUp" ? world.setUp(true, services) : undo(services)));
          const died = world.dying.died();
          if (act === "setUp") {
            await expectSetUp(way);
            await world.undo();
          }
          expect(await world.atCarrier(), `${act} ${when} ${statement}`).toEqual(before);
          if (!died) break;
          deaths += 1;
        }
      }
    }
    expect(deaths).toBeGreaterThan(20);
  });

  it("makes no second fallback while the first may still arrive", async () => {
    world.configure(IMPATIENT);
    const make = carrier === "twilio" ? "POST /twilio/v2/Flows" : "POST /telnyx/v2/texml_applications";
    await world.faults([{ where: "rest", match: make, times: 1, kind: "slow", delay_ms: LATE_MS }]);
    await expect(world.setUp(true)).rejects.toMatchObject({
      code: "carrier_trouble",
      details: { extra: { cause: "outage" } },
    });
    await expect(world.setUp(true)).rejects.toMatchObject({ details: { extra: { cause: "settling" } } });
    await expect(world.undo()).rejects.toMatchObject({ details: { extra: { cause: "settling" } } });
    await line.quiet();
    world.clock.now += 61_000;
    await world.setUp(true);
    await expectSetUp(way);
  });
});

describe("what can stop a set-up", () => {
  const wrong = [
    ["bad_key", 401, "did not accept the API key"],
    ["not_allowed", 403, "may not do this"],
    ["rate_limited", 429, "asked us to wait"],
    ["outage", 503, "did not answer"],
    ["refused", 400, "Write to us"],
  ] as const;
  it.each(wrong)(
    "%s is said in words, and kept for the page once the set-up has begun",
    async (cause, status, words) => {
      world = await carrierWorld("twilio", line);
      await world.faults([{ where: "rest", match: "GET /twilio/v2/Flows", times: 1, kind: "refuse", status }]);
      await expect(world.setUp()).rejects.toMatchObject({
        status: 409,
        code: "carrier_trouble",
        message: expect.stringContaining(words),
        details: { extra: { cause } },
      });
      const { trouble } = await showSetup(world.scope, world.services, world.numberId);
      expect(trouble).toContain(words);
    },
  );

  it("a number that is not in the account is named as the cause, and nothing is stored", async () => {
    world = await carrierWorld("twilio", line, { phone_number: "+15205550178" });
    await expect(world.setUp()).rejects.toMatchObject({ details: { extra: { cause: "not_in_account" } } });
    expect(await world.row()).toBeNull();
  });
});

describe("while a number is set up", () => {
  it("neither its way, its public number, the account nor the number itself can go, until it is undone", async () => {
    world = await carrierWorld("twilio", line);
    const { scope, services, numberId } = world;
    await world.setUp();
    const inPlace = { status: 409, code: "set_up_in_place", message: expect.stringContaining("Undo") };
    const save = (method: "forwarding" | "twilio_live", public_number: string) =>
      saveRoute(scope, services, numberId, { method, public_number });
    await expect(save("forwarding", PUBLIC)).rejects.toMatchObject(inPlace);
    await expect(save("twilio_live", "+15205550178")).rejects.toMatchObject(inPlace);
    await save("twilio_live", PUBLIC);
    await expect(forgetCarrier(scope, services, "twilio")).rejects.toMatchObject(inPlace);
    await expect(removeNumber(scope, services, numberId)).rejects.toMatchObject(inPlace);
    await world.undo();
    await forgetCarrier(scope, services, "twilio");
    await expect(world.setUp(), "without the account").rejects.toMatchObject({ status: 409, code: "not_configured" });
    await save("forwarding", PUBLIC);
    expect(await removeNumber(scope, services, numberId)).toBeNull();
  });

  it("the page shows that the carrier lacks a new address, and setting up again brings it there", async () => {
    world = await carrierWorld("telnyx", line);
    const { scope, services, numberId } = world;
    await world.setUp();
    await renewToken(scope, services, numberId);
    expect(await showSetup(scope, services, numberId)).toMatchObject({ state: "set_up", outdated: true });
    const before = (await world.atCarrier()).applications?.[0]?.voice_url;
    await world.setUp();
    expect((await world.atCarrier()).applications).toEqual([
      expect.objectContaining({ voice_url: expect.not.stringMatching(before ?? "none") }),
    ]);
    expect(await showSetup(scope, services, numberId)).toMatchObject({ outdated: false });
  });

  it("the page shows that a Studio flow has an old ring time, and setting up again gives it the new one", async () => {
    world = await carrierWorld("twilio", line, {}, "twilio_studio");
    const { scope, services, numberId } = world;
    await world.setUp();
    await env.DB.prepare("UPDATE tenant_config SET ring_seconds = 33 WHERE user_id = ?").bind(scope.userId).run();
    expect(await showSetup(scope, services, numberId)).toMatchObject({ state: "set_up", outdated: true });
    await world.setUp();
    expect(JSON.stringify((await world.atCarrier()).flows)).toContain('"timeout":33');
    expect(await showSetup(scope, services, numberId)).toMatchObject({ outdated: false });
  });

  it("the page can follow it step by step, and sees where it stopped", async () => {
    world = await carrierWorld("twilio", line);
    await world.faults([{ where: "rest", match: "POST /twilio/v2/Flows", times: 1, kind: "refuse", status: 403 }]);
    await expect(world.setUp()).rejects.toMatchObject({ code: "carrier_trouble" });
    const states = async () => {
      const { steps, running } = await showSetup(world.scope, world.services, world.numberId);
      return [...steps.map(({ id, state }) => `${id} ${state}`), running];
    };
    expect(await states()).toEqual(["remember done", "fallback_flow stopped", "write open", "check open", false]);
    await world.faults([{ where: "rest", match: "POST /twilio/2010", times: 1, kind: "slow", delay_ms: 600 }]);
    const setting = world.setUp();
    await expect
      .poll(states, { timeout: 5000 })
      .toEqual(["remember done", "fallback_flow done", "write doing", "check open", true]);
    await setting;
    expect(await states()).toEqual(["remember done", "fallback_flow done", "write done", "check done", false]);
  });

  it("two requests at the same moment make one fallback", async () => {
    world = await carrierWorld("twilio", line);
    await Promise.allSettled([world.setUp(), world.setUp()]);
    await world.setUp();
    expect((await world.atCarrier()).flows).toHaveLength(1);
  });
});

function undo(services: CarrierWorld["services"]): Promise<void> {
  // A run that died after its last statement has nothing left to undo.
  return world.undo(services).catch(async (error: unknown) => {
    if ((error as { status?: number }).status !== 404) throw error;
  });
}

/** Every request with every fault; one that only reads has no effect that could come late. */
function cases({ requests, changing }: { requests: number; changing: number[] }) {
  return Array.from({ length: requests }, (_, index) => index + 1).flatMap((n) =>
    Object.entries(FAULTS)
      .filter(([what]) => changing.includes(n) || what === "answers 500 and does nothing" || what === "is throttled")
      .map(([what, fault]) => ({ n, what, fault })),
  );
}

/** The number asks us, the fallback is there once, nothing else is touched. */
async function expectSetUp(way: (typeof WAYS)[number][0]): Promise<void> {
  const { numbers, flows, applications } = await world.atCarrier();
  const number = numbers.find(({ phone_number }) => phone_number === PUBLIC);
  const row = await world.row();
  expect(row).toMatchObject({ state: "set_up", trouble: null, lease: null });
  expect(flows ?? applications).toHaveLength(1);
  if (way === "twilio_studio") {
    expect(JSON.stringify(flows?.[0]?.definition)).toMatch(/telephony\/[\w-]+\/decision.*\/office-end.*\+15205550171/);
    expect(number).toMatchObject({ voice_url: flows?.[0]?.webhook_url, voice_method: "POST", voice_fallback_url: "" });
    expect(number).toMatchObject({ voice_application_sid: "", trunk_sid: null });
  } else if (way === "twilio_live") {
    expect(JSON.stringify(flows?.[0]?.definition)).toContain("+15205550171");
    expect(number).toMatchObject({
      voice_url: expect.stringMatching(/\/telephony\/twilio\/[\w-]+\/voice#ct=1000&rt=3000&tt=4500&rc=1&rp=all$/),
      voice_method: "POST",
      voice_fallback_url: expect.stringContaining("/Flows/FW"),
      voice_application_sid: "",
      trunk_sid: null,
    });
    expect(row?.former).toMatchObject({ trunk_sid: "TK1", voice_url: "https://old.example/v", voice_method: "GET" });
  } else {
    expect(applications?.[0]?.voice_url).toMatch(/\/telephony\/telnyx\/[\w-]+\/voice$/);
    expect(number).toMatchObject({
      connection_id: applications?.[0]?.id,
      call_forwarding: { call_forwarding_enabled: true, forwarding_type: "on-failure", forwards_to: "+15205550171" },
    });
    expect(row?.former).toEqual({ connection_id: "77", call_forwarding: "on always -" });
  }
}
