import { decideRoute } from "../routing/decide.ts";
import type { CarrierAsks } from "../tenancy/carrier-gate.ts";
import { forwardWordAfter, forwardWordOf, type RouteReason } from "./forward-words.ts";
import { goesOverSip, type SipHeaders } from "./sip-leg.ts";
import { routingOf } from "./voice-profile.ts";

/**
 * What the carrier should do with a call. `callerId` is shown to the phone it dials: E.164, or null if there is none.
 * `sip`: the agent is reached over SIP with these headers; null = by its number.
 */
export type VoiceStep =
  | { to: "agent"; number: string; callerId: string | null; sip: SipHeaders | null }
  | { to: "office"; number: string; callerId: string | null; ringSeconds: number; pressOne: boolean }
  | { to: "nobody" };

export type Decided = { step: VoiceStep; reason: RouteReason };

/**
 * Where a call goes when a carrier asks. A call from the agent's number, from the office itself, or sent back by the
 * office's line ends at the agent, because ringing the office again would go round in circles.
 */
export function answerCall(asked: Asked & Pick<CarrierAsks, "ringsAlready">, now: number): Decided {
  const { profile, call, ringsAlready } = asked;
  const { caller, dialled } = call;
  const agent = (reason: RouteReason): Decided => ({ step: toAgent(asked, forwardWordOf(reason), now), reason });
  const ours = [profile.agentNumber, profile.publicNumber, dialled];
  if (ringsAlready || (caller !== null && ours.includes(caller))) return agent("loop");
  if (caller !== null && caller === profile.officePhone) return agent("own_phone");
  const { route, reason } = decideRoute(routingOf(profile), now);
  const { officePhone, ringSeconds, pressOne = false } = profile;
  // An office phone would ring itself if it is one of the numbers that lead here.
  if (route === "agent" || officePhone === null || ours.includes(officePhone)) return agent(reason);
  return { step: { to: "office", number: officePhone, callerId: shownAs(asked), ringSeconds, pressOne }, reason };
}

/**
 * What follows the office's leg. If somebody there talked, the call is over. If nobody did, whatever the carrier calls
 * it, the agent answers. When a key has to be pressed, "completed" without one was a voicemail.
 */
export function afterOffice(asked: Asked & Pick<CarrierAsks, "pressed">, now: number): VoiceStep {
  const { profile, call, pressed } = asked;
  if (pickedUp(call) && (pressed || !profile.pressOne)) return { to: "nobody" };
  return toAgent(asked, forwardWordAfter(call.dialStatus), now);
}

/** What follows a leg to the agent over SIP. If it did not get there, the agent's number is dialled. */
export function afterSip({ profile, call }: Asked): VoiceStep {
  if (pickedUp(call)) return { to: "nobody" };
  return { to: "agent", number: profile.agentNumber, callerId: shownAs({ profile, call }), sip: null };
}

type Asked = Pick<CarrierAsks, "carrier" | "profile" | "call">;

function toAgent({ carrier, profile, call }: Asked, reason: string, now: number) {
  const sip = goesOverSip(profile, carrier, now) ? { reason, callId: call.id } : null;
  return { to: "agent", number: profile.agentNumber, callerId: shownAs({ profile, call }), sip } as const;
}

function shownAs({ profile, call }: Pick<Asked, "profile" | "call">): string | null {
  return call.caller ?? call.dialled ?? profile.publicNumber;
}

function pickedUp({ dialStatus }: Asked["call"]): boolean {
  return dialStatus === "completed" || dialStatus === "answered";
}
