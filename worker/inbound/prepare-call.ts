import { type AnsweringProfile, answeringProfile } from "../db/answering.ts";
import { recordRing, recordUnclaimedRing } from "../db/rings.ts";
import { within } from "../lib/deadline.ts";
import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { NumberScope } from "../tenancy/scope.ts";
import { companyAnswer, type InboundAnswer, neutralAnswer, REJECTION } from "./answer.ts";
import type { Ring } from "./envelope.ts";
import { readSnapshot } from "./snapshot.ts";

const DATABASE_MS = 1500; // Retell rings on while we look: after this the last known answer is better than silence
const SNAPSHOT_MS = 300; // both together stay below two seconds

export type PreparedCall = {
  answer: InboundAnswer;
  outcome: "answered" | "rejected" | "stale" | "unknown_number" | "unreachable";
  tenant: string | null;
};

/**
 * What Retell shall do with a ringing call. It always has an answer: the company's, the company's last known one
 * when the database is out of reach, or the neutral one. The ring itself is recorded after the answer went out.
 * @param dedupeKey Retell's call id, or the request's signature: repeats of a ring are one row
 */
export async function prepareCall(
  scope: NumberScope,
  services: Services,
  ring: Ring,
  dedupeKey: string,
): Promise<PreparedCall> {
  const started = services.now();
  const prepared = await decide(scope, services, ring);
  const { profile, ...call } = prepared;
  const seen = { dedupeKey, receivedAt: started };
  if (call.outcome === "answered" || call.outcome === "stale" || call.outcome === "rejected") {
    const milliseconds = services.now() - started;
    const entry = { ...seen, outcome: call.outcome, milliseconds, numberId: profile?.numberId ?? "", ...ring };
    services.defer(() => quietly(recordRing(scope, services.db, entry)));
  } else if (call.outcome === "unknown_number") {
    services.defer(() => quietly(recordUnclaimedRing(scope, services.db, seen)));
  }
  return call;
}

type Decision = PreparedCall & { profile: AnsweringProfile | null };

async function decide(scope: NumberScope, services: Services, ring: Ring): Promise<Decision> {
  const now = services.now();
  try {
    const known = await within(
      DATABASE_MS,
      answeringProfile(scope, services.db, ring.caller === null ? null : { number: ring.caller, now }),
    );
    if (!known) return { answer: neutralAnswer(ring), outcome: "unknown_number", tenant: null, profile: null };
    const { profile, blocked, recognised } = known;
    const seen = { tenant: profile.userId, profile };
    if (blocked) return { answer: REJECTION, outcome: "rejected", ...seen };
    return { answer: companyAnswer(profile, ring, { now, recognised }), outcome: "answered", ...seen };
  } catch (error) {
    log("database_unreachable", describeError(error));
    const profile = await within(SNAPSHOT_MS, readSnapshot(scope, services.kv)).catch(() => null);
    if (!profile) return { answer: neutralAnswer(ring), outcome: "unreachable", tenant: null, profile: null };
    return {
      answer: companyAnswer(profile, ring, { now, recognised: null, stale: true }),
      outcome: "stale",
      tenant: profile.userId,
      profile,
    };
  }
}

/** A lost log row must not become an unhandled rejection after the answer. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    log("ring_not_recorded", describeError(error));
  }
}
