import type { Services } from "../services.ts";
import { secretPlacesLeftOver, secretsOfNothing } from "../tenancy/job-gate.ts";
import { forgetSecret, removePlaces } from "./seal.ts";

const AT_ONCE = 50;
const HOUR_MS = 3_600_000; // no request or job runs this long: what is not in force by now never will be
const SWEEP_MS = 300_000; // once an hour is enough for what reads the whole table

/** Removes what a crash left in KV: places that hold no longer or never did, and secrets whose record is gone. */
export async function removeLeftovers(services: Services): Promise<void> {
  const before = services.now() - HOUR_MS;
  for (const { scope, place } of await secretPlacesLeftOver(services, before, AT_ONCE)) {
    await removePlaces(scope, services, [place]);
  }
  if (services.now() % HOUR_MS >= SWEEP_MS) return;
  for (const { scope, record } of await secretsOfNothing(services, before, AT_ONCE)) {
    await forgetSecret(scope, services, record);
  }
}
