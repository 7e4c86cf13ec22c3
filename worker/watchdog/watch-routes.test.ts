import { env } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type CarrierWorld, carrierWorld } from "../testing/carrier-world.ts";
import { watchedLine } from "../testing/number-world.ts";
import { mailTo, seededAccounts } from "../testing/operator.ts";
import { watchEveryRoute, watchRoutes } from "./watch-routes.ts";

const HOUR = 3_600_000;

let line: ReturnType<typeof watchedLine>;
let world: CarrierWorld;

beforeAll(() => seededAccounts());
beforeEach(async () => {
  line = watchedLine((path) => path.startsWith("/twilio/"));
  world = await carrierWorld("twilio", line);
});
afterEach(() => line.restore());

const subjects = async () => (await mailTo(world.email)).map(({ subject }) => subject);
const watch = () => watchRoutes(world.scope, world.services);

it("mails once when nothing came in a week, and again only after calls have come in between", async () => {
  await watch();
  expect(await subjects()).toEqual([]);
  world.clock.now += 8 * 24 * HOUR;
  await Promise.all([watch(), watch()]);
  await watchEveryRoute(world.services);
  expect(await subjects()).toEqual(["No calls reach your agent"]);
  await ringAt(world.clock.now);
  await watch();
  await env.DB.prepare("DELETE FROM inbound_log WHERE user_id = ?").bind(world.scope.userId).run();
  await watch();
  expect(await subjects()).toEqual(["No calls reach your agent", "No calls reach your agent"]);
});

it("mails when somebody puts a number that we set up on a trunk, and not while the carrier does not answer", async () => {
  await world.setUp();
  await watch();
  expect(await subjects()).toEqual([]);
  await world.changeThere({ trunk_sid: "TK9" });
  await world.faults([{ where: "rest", match: "/twilio", kind: "500" }]);
  await watch();
  expect(await subjects(), "the carrier does not say").toEqual([]);
  await world.faults([]);
  await watch();
  await watch();
  expect(await subjects()).toEqual(["Your number has other settings at your phone provider"]);
});

async function ringAt(at: number): Promise<void> {
  await env.DB.prepare(
    "INSERT INTO inbound_log (id, user_id, number_id, dedupe_key, outcome, milliseconds, received_at) VALUES (?1, ?2, ?3, ?1, 'answered', 1, ?4)",
  )
    .bind(crypto.randomUUID(), world.scope.userId, world.numberId, at)
    .run();
}
