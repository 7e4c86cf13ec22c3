import { describe, expect, it } from "vitest";
import { ENDINGS, endedBecause, OUTCOMES, reasonsFor } from "./ended-because.ts";

/** `disconnection_reason` as the Retell contract lists it. */
const REASONS =
  "user_hangup, agent_hangup, call_transfer, voicemail_reached, ivr_reached, inactivity, max_duration_reached, concurrency_limit_reached, no_concurrency_fallback, no_valid_payment, scam_detected, dial_busy, dial_failed, dial_no_answer, invalid_destination, telephony_provider_permission_denied, telephony_provider_unavailable, sip_routing_error, marked_as_spam, user_declined, error_llm_websocket_open, error_llm_websocket_lost_connection, error_llm_websocket_runtime, error_llm_websocket_corrupt_payload, error_no_audio_received, error_asr, error_retell, error_unknown, error_user_not_joined, registered_call_timeout, transfer_bridged, transfer_cancelled, manual_stopped, call_take_over".split(
    ", ",
  );

describe("why a call ended", () => {
  it.each(REASONS)("is said in words for %s", (disconnectionReason) => {
    const words = endedBecause({ outcome: "answered", status: "ended", disconnectionReason });
    expect(words).toBe(ENDINGS[disconnectionReason]?.words);
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/_|websocket|llm|asr/i);
  });

  it("has its own words for every reason, and for nothing else", () => {
    expect(Object.keys(ENDINGS).sort()).toEqual([...REASONS].sort());
    expect(
      OUTCOMES.filter((outcome) => outcome !== "live")
        .flatMap(reasonsFor)
        .sort(),
    ).toEqual([...REASONS].sort());
  });

  it.each([
    ["ended", "The call ended."],
    ["error", "The call was cut off by a technical fault."],
    ["not_connected", "The call was not connected."],
    ["ongoing", "We were never told how the call ended."],
  ])("falls back to general words for an unknown reason when the status is %s", (status, words) => {
    expect(endedBecause({ outcome: "answered", status, disconnectionReason: "beamed_up" })).toBe(words);
    expect(endedBecause({ outcome: "answered", status, disconnectionReason: null })).toBe(words);
  });

  it("is not given for a call that is still going on", () => {
    expect(endedBecause({ outcome: "live", status: "ongoing", disconnectionReason: null })).toMatch(/still going on/);
  });
});
