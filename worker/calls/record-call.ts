import { saveCallEvent } from "../db/calls.ts";
import { companyOf } from "../db/companies.ts";
import { e164 } from "../lib/e164.ts";
import type { Services } from "../services.ts";
import { scopeAtTheRing, scopeOfCall } from "../tenancy/call.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import { type CallEvent, keptPayload } from "./event.ts";

/**
 * Stores what Retell tells of a call, before it is acknowledged. Events may come in any order and any number of times:
 * the call stays one row, and what an event does not know leaves what another one told.
 * @param body the event as it came, of which `event` is what we read
 * @returns whose call it is, null when nobody has the number: such a call has no company to be kept for
 */
export async function recordCall(services: Services, event: CallEvent, body: unknown): Promise<string | null> {
  const { call } = event;
  const found = await whoseCall(services, call);
  if (!found) return null;
  await saveCallEvent(found.scope, services.db, {
    event: event.event,
    payload: keptPayload(body),
    call: {
      callId: call.call_id,
      status: call.call_status,
      agentVersion: call.agent_version ?? null,
      fromNumber: call.from_number ?? null,
      toNumber: e164(call.to_number ?? "") ?? "",
      disconnectionReason: call.disconnection_reason ?? null,
      transferDestination: call.transfer_destination ?? null,
      startedAt: call.start_timestamp ?? null,
      endedAt: call.end_timestamp ?? null,
      durationMs: call.duration_ms ?? null,
      summary: call.call_analysis?.call_summary ?? null,
      sentiment: call.call_analysis?.user_sentiment ?? null,
      successful: call.call_analysis?.call_successful ?? null,
      costCents: call.call_cost?.combined_cost ?? null,
    },
  });
  return found.userId;
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
