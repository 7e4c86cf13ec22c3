import { endedBecause } from "./ended-because.ts";
import type { CallRow, callById } from "./store/call-log.ts";

/** A call as the list shows it. */
export function callReply(call: CallRow) {
  return {
    id: call.id,
    call_id: call.callId,
    from_number: call.fromNumber,
    to_number: call.toNumber,
    direction: call.ownNumberCalled === 1 ? ("outbound" as const) : ("inbound" as const),
    live: call.outcome === "live",
    at: call.at, // its start, or when we first heard of it if it was never connected
    started_at: call.startedAt,
    ended_at: call.endedAt,
    duration_ms: call.durationMs !== null && call.durationMs < 0 ? null : call.durationMs, // stored before it was refused
    outcome: call.outcome,
    transferred_to: call.transferDestination,
    sentiment: call.sentiment,
    successful: call.successful,
    summary: call.summary,
    cost_cents: call.costCents,
    ended_because: endedBecause(call),
    messages: call.messages,
    lookups: call.lookups,
  };
}

type CallPage = NonNullable<Awaited<ReturnType<typeof callById>>>;

/** The operator's feedback; null until they give some. */
export function feedbackReply({ feedbackWrong, feedbackNote }: CallPage) {
  return feedbackWrong === null ? null : { wrong: feedbackWrong, note: feedbackNote };
}
