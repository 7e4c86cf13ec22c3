import { saveCallEvent } from "../db/calls.ts";
import { companyOf } from "../db/companies.ts";
import { quietly } from "../lib/quietly.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Services } from "../services.ts";
import type { NumberScope } from "../tenancy/scope.ts";
import { type CallEvent, keptPayload } from "./event.ts";

/**
 * Stores what Retell tells of a call, before it is acknowledged; a job takes it to the archive. Events may come in any
 * order and any number of times: the call stays one row, and what an event does not know leaves what another one told.
 * @returns whose call it is, null when nobody has the number: such a call has no company to be kept for
 */
export async function recordCall(scope: NumberScope, services: Services, event: CallEvent): Promise<string | null> {
  const company = await companyOf(scope, services.db);
  if (!company) return null;
  const payload = keptPayload(event);
  const waiting = await saveCallEvent(scope, services.db, {
    event: event.event,
    payload,
    payloadHash: await sha256(payload),
    call: factsOf(scope, event),
  });
  if (waiting)
    services.defer(() => quietly("event_not_queued", services.jobs.send({ kind: "call_event", id: waiting })));
  return company.userId;
}

function factsOf(scope: NumberScope, { call }: CallEvent) {
  return {
    callId: call.call_id,
    status: call.call_status,
    agentVersion: call.agent_version ?? null,
    fromNumber: call.from_number ?? null,
    toNumber: scope.phoneNumber,
    disconnectionReason: call.disconnection_reason ?? null,
    transferDestination: call.transfer_destination ?? null,
    startedAt: call.start_timestamp ?? null,
    endedAt: call.end_timestamp ?? null,
    durationMs: call.duration_ms == null ? null : Math.round(call.duration_ms),
    summary: call.call_analysis?.call_summary ?? null,
    sentiment: call.call_analysis?.user_sentiment ?? null,
    successful: call.call_analysis?.call_successful ?? null,
    costCents: call.call_cost?.combined_cost ?? null,
  };
}
