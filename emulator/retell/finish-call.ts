import { analyse } from "./analysis.ts";
import { callCost, spread } from "./call-cost.ts";
import { recordingUrl } from "./recording-url.ts";
import type { Talk } from "./talk.ts";

/** Ends the call on its own clock and sends call_ended, then call_analyzed. */
export function finishCall(talk: Talk): void {
  const { session } = talk;
  const { call, clock } = session;
  call.call_status = "ended";
  call.end_timestamp = clock.now();
  call.duration_ms = call.end_timestamp - call.start_timestamp;
  call.disconnection_reason = talk.ended ?? "user_hangup";
  if (talk.ended === "call_transfer") call.transfer_end_timestamp = call.end_timestamp;
  const e2e = spread(session.turnGaps);
  if (e2e !== undefined) call.latency = { e2e };
  call.call_cost = callCost(call.duration_ms);
  call.recording_url = recordingUrl(call, session.agent, session);
  session.events.send("call_ended", call);
  call.call_analysis = analyse(talk);
  session.events.send("call_analyzed", call);
}
