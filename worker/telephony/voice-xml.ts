import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { VoiceStep } from "./answer-call.ts";
import type { Carrier } from "./carriers.ts";
import { sipAddress } from "./sip-leg.ts";

const SIP_SECONDS = 15; // Retell answers in two or three; then the agent's number is dialled

/**
 * A step as TwiML or TeXML. `base` is the address of the route, to which each question's own part is added. The caller
 * hears ringing until somebody at the office picks up: Twilio has to be told (`answerOnBridge`), Telnyx does so by
 * itself and does not know the word.
 */
export function voiceXml(carrier: Carrier, step: VoiceStep, base: string): string {
  const response = new VoiceResponse();
  if (step.to === "nobody") {
    response.hangup();
    return response.toString();
  }
  const bridge = carrier === "twilio" ? { answerOnBridge: true } : {};
  const callerId = step.callerId === null ? {} : { callerId: step.callerId };
  const then = (path: string) => ({ action: `${base}/${path}`, method: "POST" });
  if (step.to === "office") {
    const dial = response.dial({ timeout: step.ringSeconds, ...bridge, ...then("after-dial"), ...callerId });
    if (step.pressOne) dial.number({ url: `${base}/screen`, method: "POST" }, step.number);
    else dial.number(step.number);
  } else if (step.sip) {
    const dial = response.dial({ timeout: SIP_SECONDS, ...bridge, ...then("after-agent"), ...callerId });
    dial.sip(sipAddress(step.number, step.sip));
  } else response.dial({ ...bridge, ...callerId }).number(step.number);
  return response.toString();
}

/**
 * What the person who picks up at the office hears, before the
 * caller does. A voicemail presses nothing, and is hung up on.
 */
export function screenXml(base: string): string {
  const response = new VoiceResponse();
  const gather = response.gather({ numDigits: 1, timeout: 6, action: `${base}/screened`, method: "POST" });
  gather.say("A call for your office. Press 1 to take it.");
  gather.pause({ length: 2 });
  gather.say("Press 1 to take the call.");
  response.hangup();
  return response.toString();
}

/** The reply after the key: an empty one connects the call, a hang-up does not. */
export function screenedXml(taken: boolean): string {
  const response = new VoiceResponse();
  if (!taken) response.hangup();
  return response.toString();
}
