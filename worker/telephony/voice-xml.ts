import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { VoiceStep } from "./answer-call.ts";
import type { Carrier } from "./carriers.ts";

/**
 * A step as TwiML or TeXML. The office keeps ringing in the caller's ear until somebody there picks up: Twilio is told
 * (`answerOnBridge`), Telnyx does so by itself and does not know the word. `afterDial` is where the carrier asks next.
 */
export function voiceXml(carrier: Carrier, step: VoiceStep, afterDial: string): string {
  const response = new VoiceResponse();
  if (step.to === "nobody") {
    response.hangup();
    return response.toString();
  }
  const bridge = carrier === "twilio" ? { answerOnBridge: true } : {};
  const callerId = step.callerId === null ? {} : { callerId: step.callerId };
  const dial =
    step.to === "agent"
      ? response.dial({ ...bridge, ...callerId })
      : response.dial({ timeout: step.ringSeconds, ...bridge, action: afterDial, method: "POST", ...callerId });
  dial.number(step.number);
  return response.toString();
}
