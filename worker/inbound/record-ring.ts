import * as z from "zod";
import { bringBack, putAside } from "../calls/aside.ts";
import { within } from "../lib/deadline.ts";
import { describeError, log } from "../lib/log.ts";
import { oneOf } from "../lib/one-of.ts";
import type { Services } from "../services.ts";
import { scopeOfRing } from "../tenancy/ring.ts";
import type { NumberScope } from "../tenancy/scope.ts";
import { NEUTRAL_OUTCOMES, RING_OUTCOMES } from "./ring-outcomes.ts";
import { answeringProfile } from "./store/answering.ts";
import { recordRing, recordUnclaimedRing } from "./store/rings.ts";

const DATABASE_MS = 5_000; // nobody waits for this, but the platform stops it after half a minute

const answeredRing = z.object({
  dialled: z.string(),
  caller: z.string().nullable(),
  forwardReason: z.string(),
  /** Retell's call id, or the request's signature: repeats of a ring are one row. */
  dedupeKey: z.string(),
  receivedAt: z.number(),
  milliseconds: z.number(),
  outcome: z.enum([...oneOf(RING_OUTCOMES), ...NEUTRAL_OUTCOMES]),
  /** Null if only the database could say. */
  numberId: z.string().nullable(),
  /** The call that a carrier had asked us about, which this ring claims. */
  routedCallId: z.string().nullable().default(null),
  /** That call came over SIP, with the header that only its carrier and we know. */
  overSip: z.boolean().default(false),
});

type AnsweredRing = z.output<typeof answeredRing>;

/**
 * Records a ring that was answered. If the database does not accept it, it is stored in R2 until the sweep. Throws if
 * that fails too.
 */
export async function recordAnswered(scope: NumberScope, services: Services, ring: AnsweredRing): Promise<void> {
  try {
    if (ring.outcome === "unreachable") throw new Error("the database did not say whose number it is");
    await within(DATABASE_MS, record(scope, services, ring));
  } catch (error) {
    log("ring_set_aside", describeError(error));
    await putAside(services.archive, "set-aside-rings/", ring.dedupeKey, JSON.stringify(ring));
  }
}

/** Brings in the rings that were set aside. */
export function bringInRings(services: Services): Promise<void> {
  return bringBack(services.archive, "set-aside-rings/", {
    parse: (value) => answeredRing.parse(value),
    take: async (ring) => {
      const scope = scopeOfRing(ring);
      const now = await answeringProfile(scope, services.db, null);
      // If the number was removed or moved since, nobody gets the ring, because the new company was not called.
      const same = now && (ring.numberId ?? now.profile.numberId) === now.profile.numberId;
      await record(scope, services, { ...ring, numberId: same ? now.profile.numberId : null });
    },
  });
}

async function record(scope: NumberScope, { db }: Services, { numberId, outcome, ...ring }: AnsweredRing) {
  if (numberId === null || outcome === "unknown_number") return recordUnclaimedRing(scope, db, ring);
  // A ring with the neutral answer counts as one that came while the database was out of reach.
  return recordRing(scope, db, { ...ring, numberId, outcome: outcome === "unreachable" ? "stale" : outcome });
}
