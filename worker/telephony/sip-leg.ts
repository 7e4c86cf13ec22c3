import type { Carrier } from "./carriers.ts";
import type { VoiceProfile } from "./voice-profile.ts";

/** Where Retell answers SIP calls for the numbers that it knows (Retell contract, section 9). */
export const RETELL_SIP_HOST = "sip.retellai.com";

export const REASON_HEADER = "x-nd-reason";
export const CALL_HEADER = "x-nd-call";

/** How long the next calls try SIP after the operator has asked for it. */
export const TRY_MS = 10 * 60_000;

/** What goes along with a call over SIP: why it comes (a word of forward-words.ts, or ""), and the carrier's id of the call. */
export type SipHeaders = { reason: string; callId: string };

/** The operator's account at a carrier, by which that carrier's requests are known: a SIP leg is proven for one account. */
function accountAt({ twilio, telnyx }: Pick<VoiceProfile, "twilio" | "telnyx">, carrier: Carrier) {
  return carrier === "telnyx" ? telnyx.publicKey : twilio.accountSid;
}

/** Whether a call goes to the agent over SIP: while it is tried, or once a call from this account has proven it. */
export function goesOverSip(profile: VoiceProfile, carrier: Carrier, now: number): boolean {
  const { on, tryUntil, provenFor } = profile.sip ?? { on: false, tryUntil: null, provenFor: null };
  if (tryUntil !== null && now < tryUntil) return true;
  return on && provenFor !== null && provenFor === accountAt(profile, carrier);
}

/** The address to dial: the number as Retell knows it, with our headers (facts A5.2). */
export function sipAddress(agentNumber: string, { reason, callId }: SipHeaders): string {
  const headers = { ...(reason && { "X-Nd-Reason": reason }), ...(callId && { "X-Nd-Call": callId }) };
  const query = Object.entries(headers).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `sip:${agentNumber}@${RETELL_SIP_HOST};transport=tcp${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
