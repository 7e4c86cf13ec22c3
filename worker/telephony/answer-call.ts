import { decideRoute, type Route } from "../routing/decide.ts";
import type { CarrierAsks } from "../tenancy/carrier-gate.ts";
import { routingOf } from "./voice-profile.ts";

/** What the carrier is to do with a call. `callerId` is shown to whom it dials, E.164 or null where there is none. */
export type VoiceStep =
  | { to: "agent"; number: string; callerId: string | null }
  | { to: "office"; number: string; callerId: string | null; ringSeconds: number; pressOne: boolean }
  | { to: "nobody" };

export type Decided = { step: VoiceStep; reason: Route["reason"] | "loop" | "own_phone" };

/**
 * Where a call goes that a carrier asks about. A caller who is the agent's number or the office itself, and a call that
 * the office's line has sent back, end at the agent: ringing the office again would go round in circles.
 */
export function answerCall(
  { profile, call, ringsAlready }: Pick<CarrierAsks, "profile" | "call" | "ringsAlready">,
  now: number,
): Decided {
  const { caller, dialled } = call;
  const callerId = caller ?? dialled ?? profile.publicNumber;
  const agent = { to: "agent", number: profile.agentNumber, callerId } as const;
  const ours = [profile.agentNumber, profile.publicNumber, dialled];
  if (ringsAlready || (caller !== null && ours.includes(caller))) return { step: agent, reason: "loop" };
  if (caller !== null && caller === profile.officePhone) return { step: agent, reason: "own_phone" };
  const { route, reason } = decideRoute(routingOf(profile), now);
  const { officePhone, ringSeconds, pressOne = false } = profile;
  // An office phone that is one of the numbers that lead here would ring itself.
  if (route === "agent" || officePhone === null || ours.includes(officePhone)) return { step: agent, reason };
  return { step: { to: "office", number: officePhone, callerId, ringSeconds, pressOne }, reason };
}

/**
 * What follows the office's leg. Somebody there talked: the call is over. Nobody did, whatever the carrier calls it: the
 * agent answers. Where a key has to be pressed, "completed" without one was a voicemail.
 */
export function afterOffice({ profile, call, pressed }: Pick<CarrierAsks, "profile" | "call" | "pressed">): VoiceStep {
  const pickedUp = call.dialStatus === "completed" || call.dialStatus === "answered";
  if (pickedUp && (pressed || !profile.pressOne)) return { to: "nobody" };
  const callerId = call.caller ?? call.dialled ?? profile.publicNumber;
  return { to: "agent", number: profile.agentNumber, callerId };
}
