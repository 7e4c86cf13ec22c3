import { within } from "../lib/deadline.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { NumberScope } from "../tenancy/scope.ts";
import { companyAnswer, type InboundAnswer, neutralAnswer, REJECTION } from "./answer.ts";
import type { Ring } from "./envelope.ts";
import { recordAnswered } from "./record-ring.ts";
import type { NeutralOutcome, RingOutcome } from "./ring-outcomes.ts";
import { readSnapshot } from "./snapshot.ts";
import { type AnsweringProfile, answeringProfile, type RoutedReason } from "./store/answering.ts";

const DATABASE_MS = 1500; // the phone keeps ringing while we look; after this the last known answer is better than silence
const SNAPSHOT_MS = 300; // the two together stay below two seconds

export type PreparedCall = {
  answer: InboundAnswer;
  outcome: RingOutcome | NeutralOutcome;
  tenant: string | null;
};

/**
 * Decides what Retell should do with a ringing call. There is always an answer: the company's, its last known one if the
 * database is out of reach, or the neutral one. The ring itself is recorded after the response.
 * @param dedupeKey Retell's call id, or the request's signature: repeats of a ring are one row
 */
export async function prepareCall(
  scope: NumberScope,
  services: Services,
  ring: Ring,
  dedupeKey: string,
): Promise<PreparedCall> {
  const started = services.now();
  const { profile, routed = null, ...call } = await decide(scope, services, ring);
  const { dialled, caller, forwardReason } = asRouted(ring, routed);
  const answered = {
    ...{ dialled, caller, forwardReason, dedupeKey },
    receivedAt: started,
    milliseconds: services.now() - started,
    outcome: call.outcome,
    numberId: profile?.numberId ?? null,
    routedCallId: routed?.callId ?? null,
    overSip: routed !== null && cameOverSip(ring, routed),
  };
  services.defer(() => quietly("ring_not_recorded", recordAnswered(scope, services, answered)));
  if (profile?.retellAgentId)
    services.defer(() => quietly("agent_not_checked", checkAgentOf(services, profile.userId)));
  return call;
}

/** Loaded after the answer, because a ringing phone does not wait for Retell's client. */
async function checkAgentOf(services: Services, userId: string): Promise<void> {
  const { checkAgentAfterRing } = await import("../dedicated-agents/check-agent.ts");
  await checkAgentAfterRing(services, userId);
}

/** It is not known whether Retell passes a header on as it is written in the address, or decoded. */
function cameOverSip({ overSip }: Ring, { callId }: RoutedReason): boolean {
  return overSip === callId || overSip === encodeURIComponent(callId);
}

type Decision = PreparedCall & { profile: AnsweringProfile | null; routed?: RoutedReason | null };

async function decide(scope: NumberScope, services: Services, ring: Ring): Promise<Decision> {
  const known = await lookUpProfile(scope, services, ring);
  if (known === "unknown_number") return neutral(ring, "unknown_number");
  if (known === "unreachable") return neutral(ring, "unreachable");
  const { profile, blocked, recognised, routed, stale } = known;
  const whose = { tenant: profile.userId, profile };
  if (blocked) return { answer: REJECTION, outcome: "rejected", ...whose };
  try {
    const answer = companyAnswer(profile, asRouted(ring, routed), { now: services.now(), recognised, stale });
    return { answer, outcome: stale ? "stale" : "answered", routed, ...whose };
  } catch (error) {
    log("answer_not_made", { tenant: profile.userId, ...describeError(error) });
    return neutral(ring, "unreachable");
  }
}

/** A call that we sent here ourselves has its reason from us, and its caller's number only where it was shown. */
function asRouted(ring: Ring, routed: RoutedReason | null): Ring {
  if (!routed) return ring;
  return { ...ring, caller: routed.withheld ? null : ring.caller, forwardReason: routed.reason || ring.forwardReason };
}

type Known = NonNullable<Awaited<ReturnType<typeof answeringProfile>>> & { stale: boolean };

/** The profile from the database, or the last known one if the database fails or takes too long. */
async function lookUpProfile(scope: NumberScope, services: Services, ring: Ring): Promise<Known | NeutralOutcome> {
  try {
    const caller = ring.caller === null ? null : { number: ring.caller, now: services.now() };
    const known = await within(DATABASE_MS, answeringProfile(scope, services.db, caller));
    return known ? { ...known, stale: false } : "unknown_number";
  } catch (error) {
    log("database_unreachable", describeError(error));
    const last = await within(SNAPSHOT_MS, readSnapshot(scope, services.kv)).catch(() => null);
    if (!last) return "unreachable";
    const blocked = ring.caller !== null && last.blocked.includes(ring.caller);
    return { profile: last.profile, blocked, recognised: null, routed: null, stale: true };
  }
}

function neutral(ring: Ring, outcome: NeutralOutcome): Decision {
  return { answer: neutralAnswer(ring), outcome, tenant: null, profile: null };
}
