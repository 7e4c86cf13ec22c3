/** How a call turned out, as operators filter calls. */
export const OUTCOMES = ["live", "answered", "transferred", "missed", "failed"] as const;

export type Outcome = (typeof OUTCOMES)[number];

type Ending = { words: string; outcome: Exclude<Outcome, "live"> };

/**
 * Every `disconnection_reason` of the Retell contract (section 6), in words for the operator.
 * @internal exported for its test
 */
export const ENDINGS: Record<string, Ending> = {
  user_hangup: answered("The caller hung up."),
  agent_hangup: answered("The agent said goodbye and hung up."),
  call_transfer: transferred("The agent put the caller through."),
  transfer_bridged: transferred("The agent put the caller through, and the call was picked up."),
  transfer_cancelled: answered("The agent tried to put the caller through, but nobody took the call."),
  call_take_over: transferred("A person took the call over from the agent."),
  voicemail_reached: missed("The call reached a voice mailbox."),
  ivr_reached: missed("The call reached another company's telephone menu."),
  inactivity: answered("The caller said nothing for a while, so the agent hung up."),
  max_duration_reached: answered("The call reached the maximum length allowed."),
  manual_stopped: answered("The call was stopped by hand."),
  concurrency_limit_reached: missed("Too many calls came at the same moment, so this one could not be answered."),
  no_concurrency_fallback: missed("Too many calls came at the same moment, so this one went to the fallback number."),
  no_valid_payment: failed("There is a problem with our bill at the phone service. Write to us."),
  scam_detected: missed("The call was ended because it looked like fraud."),
  marked_as_spam: missed("The call was refused because it was marked as spam."),
  user_declined: missed("The call was declined."),
  dial_busy: missed("The line was busy."),
  dial_failed: missed("The call could not be connected."),
  dial_no_answer: missed("Nobody picked up."),
  invalid_destination: failed("The number that was dialled does not exist."),
  telephony_provider_permission_denied: failed("The phone carrier does not allow this call."),
  telephony_provider_unavailable: failed("The phone carrier could not be reached."),
  sip_routing_error: failed("The phone carrier did not know where to send the call. Check the trunk's settings."),
  registered_call_timeout: missed("The call was announced, but the caller never came on the line."),
  error_user_not_joined: missed("The caller hung up before the call was connected."),
  error_no_audio_received: failed("No sound came through from the caller."),
  error_llm_websocket_open: failed("The agent could not start. The fault was not yours or the caller's."),
  error_llm_websocket_lost_connection: failed("The agent lost its connection in the middle of the call."),
  error_llm_websocket_runtime: failed("The agent failed in the middle of the call."),
  error_llm_websocket_corrupt_payload: failed("The agent failed because it was sent something unreadable."),
  error_asr: failed("The agent could not hear the caller: speech recognition failed."),
  error_retell: failed("The phone service failed. The fault was not yours or the caller's."),
  error_unknown: failed("The call was cut off for a reason that the phone service does not know."),
};

type Ended = { outcome: Outcome; status: string; disconnectionReason: string | null };

/** Why a call ended, in words. A reason that is not in this list falls back to how the call turned out. */
export function endedBecause({ outcome, status, disconnectionReason }: Ended): string {
  if (outcome === "live") return "The call is still going on.";
  const known = disconnectionReason === null ? undefined : ENDINGS[disconnectionReason];
  if (known) return known.words;
  if (status === "error") return "The call was cut off by a technical fault.";
  if (status === "not_connected") return "The call was not connected.";
  if (status === "ended") return "The call ended.";
  return "We were never told how the call ended.";
}

/** The reasons that lead to this outcome. */
export function reasonsFor(outcome: Ending["outcome"]): string[] {
  return Object.keys(ENDINGS).filter((reason) => ENDINGS[reason]?.outcome === outcome);
}

function answered(words: string): Ending {
  return { words, outcome: "answered" };
}

function transferred(words: string): Ending {
  return { words, outcome: "transferred" };
}

function missed(words: string): Ending {
  return { words, outcome: "missed" };
}

function failed(words: string): Ending {
  return { words, outcome: "failed" };
}
