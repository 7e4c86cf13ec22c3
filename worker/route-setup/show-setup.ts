import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { addressOf, type Readiness, readiness, readyRoute } from "./ready-route.ts";
import { partsOf, runHeld } from "./run-held.ts";
import { SetupStopped } from "./setup-refusal.ts";
import { stepsShown } from "./setup-steps.ts";
import { CARRIER_WORDS, SETUP_TROUBLES, type SetupTrouble, settingWords } from "./setup-words.ts";
import { type RouteSetup, routeSetup } from "./store/route-setups.ts";

/**
 * How far the automatic set-up of a number is, without asking the carrier.
 * @throws AppError 404
 */
export async function showSetup(scope: UserScope, services: Services, numberId: string) {
  const ready = await readiness(scope, services, numberId);
  return setupReply(ready, await routeSetup(scope, services.db, numberId), services.now());
}

function setupReply({ carrier: chosen, ready, missing }: Readiness, setup: RouteSetup | null, now: number) {
  const carrier = setup?.carrier ?? chosen;
  const words = carrier && CARRIER_WORDS[carrier];
  // The name has just been looked up.
  const trouble = setup?.trouble && setup.trouble in SETUP_TROUBLES ? (setup.trouble as SetupTrouble) : null;
  const running = setup?.leaseUntil != null && setup.leaseUntil > now;
  return {
    carrier,
    carrier_name: words?.name ?? null,
    state: setup?.state ?? ("none" as const),
    missing,
    permissions: words?.permissions ?? [],
    public_number: setup?.publicNumber ?? ready?.publicNumber ?? null,
    /** The address has been renewed since, and the carrier still has the old one. */
    outdated: setup?.state === "set_up" && ready !== null && setup.voiceUrl !== addressOf(ready),
    trouble: trouble && words ? SETUP_TROUBLES[trouble](words.name) : null,
    /** Somebody works on it at this moment. */
    running,
    steps: setup ? stepsShown({ ...setup, parts: partsOf(setup), running }) : [],
    started_at: setup?.startedAt ?? null,
    set_up_at: setup?.setUpAt ?? null,
  };
}

/**
 * What the carrier has for this number now, read and not changed. `in_the_way` names settings because of which ours would
 * be ignored.
 * @throws AppError 404; 409 not_configured or carrier_trouble
 */
export async function lookAtNumber(scope: UserScope, services: Services, numberId: string) {
  const route = await readyRoute(scope, services, numberId);
  return runHeld(scope, services, route.account, { setup: null }, async (side) => {
    const number = await side.find(route.publicNumber);
    if (!number) throw new SetupStopped("not_in_account");
    const settings = Object.entries(number.settings).map(([name, value]) => ({
      name,
      words: settingWords([name]),
      value,
    }));
    return { settings, in_the_way: side.inTheWay(number.settings) };
  });
}
