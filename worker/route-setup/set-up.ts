import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { CarrierSide, Made, MadeParts, NumberSettings, PartSide } from "./carrier-side.ts";
import { changedByOthers, differences, isSame } from "./known-settings.ts";
import { addressOf, type ReadyRoute, readyRoute } from "./ready-route.ts";
import { type Holder, markOf, mayStillArrive, partsOf, runHeld, SETTLE_MS, sent } from "./run-held.ts";
import { asksForYes, busy, changedSince, SetupStopped, setUpInPlace } from "./setup-refusal.ts";
import { endSetup, leaseSetup, noteSetup, type RouteSetup, routeSetup, startSetup } from "./store/route-setups.ts";

/**
 * Sets a number up at its carrier, or continues where the last try stopped: reads what is there, remembers it, makes the
 * fallback, writes the settings, and reads them again. Safe to repeat.
 * @throws AppError 404; 409 not_configured, needs_confirmation, changed_since, set_up_in_place or carrier_trouble, each with
 * words
 */
export async function setUpRoute(
  scope: UserScope,
  services: Services,
  numberId: string,
  { detach }: { detach: boolean },
): Promise<void> {
  const route = await readyRoute(scope, services, numberId);
  const lease = { token: crypto.randomUUID(), now: services.now(), until: services.now() + SETTLE_MS };
  const known = await routeSetup(scope, services.db, numberId);
  if (known && (known.state === "undoing" || known.carrier !== route.carrier)) throw setUpInPlace(known.carrier);
  const held = known && (await leaseSetup(scope, services.db, numberId, lease));
  if (known && !held) throw busy();
  const holder: Holder = { setup: held };
  await runHeld(scope, services, route.account, holder, async (side) => {
    const setup = held ?? (await begin(scope, services, { route, side, detach, lease }));
    holder.setup = setup;
    return bringAbout(scope, services, { route, side, setup, detach });
  });
}

type Begin = { route: ReadyRoute; side: CarrierSide; detach: boolean; lease: { token: string; until: number } };

/** Remembers what the carrier has for this number before anything is changed. */
async function begin(scope: UserScope, services: Services, { route, side, detach, lease }: Begin): Promise<RouteSetup> {
  const { numberId, carrier, publicNumber } = route;
  const number = await side.find(publicNumber);
  if (!number) throw new SetupStopped("not_in_account");
  refuseInTheWay(route, side, number.settings, detach);
  const setup = await startSetup(scope, services.db, {
    id: crypto.randomUUID(),
    numberId,
    carrier,
    publicNumber,
    carrierNumberId: number.id,
    former: number.settings,
    parts: route.parts,
    step: "remember",
    lease: lease.token,
    leaseUntil: lease.until,
    startedAt: services.now(),
  });
  if (!setup) throw busy();
  return setup;
}

type Work = { route: ReadyRoute; side: CarrierSide; setup: RouteSetup; detach: boolean };

async function bringAbout(
  scope: UserScope,
  services: Services,
  { route, side, setup, detach }: Work,
): Promise<undefined> {
  const { db } = services;
  const number = await side.read(setup.carrierNumberId);
  if (!number) throw new SetupStopped("not_in_account");
  const former = await formerOf(scope, services, { route, side, setup, detach }, number.settings);
  const made = await madeParts(scope, services, { route, side, setup });
  const wanted = side.wanted(route.target, made);
  const written = [...setup.written.filter((settings) => !isSame(settings, wanted)), wanted];
  if (!isSame(number.settings, wanted)) {
    await noteSetup(scope, db, setup, { former, written, step: "write" });
    await sent(scope, services, setup, () => side.write(number.id, differences(number.settings, wanted)));
  }
  await noteSetup(scope, db, setup, { step: "check" });
  const after = await side.read(number.id);
  if (!after || !isSame(after.settings, wanted)) throw new SetupStopped("not_taken");
  const end = { setUpAt: services.now(), voiceUrl: addressOf(route) };
  if (!(await endSetup(scope, db, setup, end))) throw new SetupStopped("settling");
  return undefined;
}

/**
 * The settings that were found: the current ones as long as we
 * wrote nothing. After that nobody else may have changed them.
 */
async function formerOf(
  scope: UserScope,
  { db }: Services,
  { route, side, setup, detach }: Work,
  current: NumberSettings,
): Promise<NumberSettings> {
  if (setup.written.length > 0) {
    const changed = changedByOthers(current, [setup.former, ...setup.written]);
    if (changed.length > 0) throw changedSince(route.carrier, changed);
    return setup.former;
  }
  refuseInTheWay(route, side, current, detach);
  await noteSetup(scope, db, setup, { former: current });
  return current;
}

function refuseInTheWay({ carrier }: ReadyRoute, side: CarrierSide, found: NumberSettings, detach: boolean): void {
  const inTheWay = side.inTheWay(found);
  if (inTheWay.length > 0 && !detach) throw asksForYes(carrier, inTheWay);
}

/** Makes each part of this set-up, in order. */
async function madeParts(scope: UserScope, services: Services, work: Omit<Work, "detach">): Promise<MadeParts> {
  const made: MadeParts = {};
  for (const part of partsOf(work.setup)) {
    const side = work.side.parts[part];
    if (!side) continue;
    await noteSetup(scope, services.db, work.setup, { step: part });
    made[part] = await madePart(scope, services, work, side);
  }
  return made;
}

/** A part is made only once: if an answer was lost, we look for its mark before making another one. */
async function madePart(
  scope: UserScope,
  services: Services,
  { route, setup }: Omit<Work, "detach">,
  part: PartSide,
): Promise<Made> {
  const mark = markOf(setup);
  const [made, ...more] = await part.list(mark);
  for (const one of more) await sent(scope, services, setup, () => part.unmake(one));
  if (made) {
    await sent(scope, services, setup, () => part.adapt(made, mark, route.target));
    return made;
  }
  if (mayStillArrive(setup, services.now())) throw new SetupStopped("settling", SETTLE_MS / 1000);
  return sent(scope, services, setup, () => part.make(mark, route.target));
}
