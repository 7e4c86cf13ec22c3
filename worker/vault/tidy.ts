import type { Services } from "../services.ts";
import { secretsWithoutOwner, unusedSecretPlaces } from "../tenancy/job-gate.ts";
import { forgetSecret, removePlaces } from "./seal.ts";

const SECRETS_PER_SWEEP = 50;
const HOUR_MS = 3_600_000; // no request or job runs this long, so a place that is not in use by then never will be
const SWEEP_MS = 300_000; // the second query reads the whole table, so it runs once an hour

/** Removes what a crash left in KV: places that are no longer used or never were, and secrets whose record is gone. */
export async function removeLeftovers(services: Services): Promise<void> {
  const before = services.now() - HOUR_MS;
  for (const { scope, place } of await unusedSecretPlaces(services, before, SECRETS_PER_SWEEP)) {
    await removePlaces(scope, services, [place]);
  }
  if (services.now() % HOUR_MS >= SWEEP_MS) return;
  for (const { scope, record } of await secretsWithoutOwner(services, before, SECRETS_PER_SWEEP)) {
    await forgetSecret(scope, services, record);
  }
}
