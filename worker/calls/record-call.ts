import { quietly } from "../lib/quietly.ts";
import { sha256 } from "../lib/sha256.ts";
import { callerNumber } from "../phone/caller-id.ts";
import { isWithheld } from "../phone/withheld.ts";
import type { Services } from "../services.ts";
import { companyOf } from "../settings/store/companies.ts";
import { scopeAtTheRing, scopeOfCall, sidesOf } from "../tenancy/call.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import { isFinished } from "../usage/billed-minutes.ts";
import { settleUsage } from "../usage/settle-usage.ts";
import { type CallEvent, keptPayload } from "./event.ts";
import { saveCallEvent } from "./store/calls.ts";

/**
 * Stores an event of a call before it is acknowledged; a job archives it later. Events may come in any order and any
 * number of times. Each call is one row, and fields that an event does not know keep their value.
 * @param body the event as it came; `event` is the part of it that we read
 * @returns the company whose call it is; null when nobody has the number, and then nothing is kept
 */
export async function recordCall(services: Services, event: CallEvent, body: unknown): Promise<string | null> {
  const found = await whoseCall(services, event.call);
  if (!found) return null;
  const payload = keptPayload(body);
  const call = factsOf(event);
  const id = await saveCallEvent(found.scope, services.db, {
    event: event.event,
    payload,
    payloadHash: await sha256(payload),
    call,
  });
  // Settled again when the event is archived, so that a failure here loses nothing.
  if (isFinished(call)) await quietly("usage_not_settled", settleUsage(found.scope, services, call.callId));
  if (id) services.defer(() => quietly("event_not_queued", services.jobs.send({ kind: "call_event", id })));
  return found.userId;
}

function factsOf({ call }: CallEvent) {
  return {
    callId: call.call_id,
    status: call.call_status,
    agentVersion: call.agent_version ?? null,
    ...numbersOf(call),
    disconnectionReason: call.disconnection_reason ?? null,
    transferDestination: call.transfer_destination ?? null,
    startedAt: call.start_timestamp ?? null,
    endedAt: call.end_timestamp ?? null,
    durationMs: call.duration_ms ?? null,
    summary: call.call_analysis?.call_summary ?? null,
    sentiment: call.call_analysis?.user_sentiment ?? null,
    successful: call.call_analysis?.call_successful ?? null,
    costCents: call.call_cost?.combined_cost ?? null,
    reason: call.call_analysis?.custom_analysis_data?.caller_reason ?? null,
    language: call.call_analysis?.custom_analysis_data?.caller_language ?? null,
  };
}

/**
 * As E.164. A withheld number becomes null, so that its callers do not count as one person; other words stay as sent.
 */
function numbersOf(call: CallEvent["call"]): { fromNumber: string | null; toNumber: string; ownNumber: string } {
  const { ours, theirs } = sidesOf(call);
  const number = callerNumber(theirs, ours);
  if (call.direction === "outbound")
    return { fromNumber: ours || null, toNumber: number ?? theirs ?? "", ownNumber: ours };
  return { fromNumber: number ?? (isWithheld(theirs ?? "") ? null : theirs), toNumber: ours, ownNumber: ours };
}

async function whoseCall(
  services: Services,
  call: CallEvent["call"],
): Promise<{ scope: TenantScope; userId: string } | null> {
  const dialled = scopeOfCall(call);
  const owner = await companyOf(dialled, services.db);
  const atTheRing = scopeAtTheRing(call, owner?.userId ?? null);
  if (!atTheRing) return owner && { scope: dialled, userId: owner.userId };
  const company = await companyOf(atTheRing, services.db);
  return company && { scope: atTheRing, userId: company.userId };
}
