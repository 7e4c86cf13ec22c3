import { decideRoute, type Route } from "../routing/decide.ts";
import type { CarrierAsks } from "../tenancy/carrier-gate.ts";
import { routingOf } from "./voice-profile.ts";

/**
 * What the carrier should do with a call. `callerId` is shown to the phone it dials: E.164, or null if there is none.
 */
export type VoiceStep =
  | { to: "agent"; number: string; callerId: string | null }
  | { to: "office"; number: string; callerId: string | null; ringSeconds: number; pressOne: boolean }
  | { to: "nobody" };

export type Decided = { step: VoiceStep; reason: Route["reason"] | "loop" | "own_phone" };

/**
 * Where a call goes when a carrier asks. A call from the agent's number, from the office itself, or sent back by the
 * office's line ends at the agent, because ringing the office again would go round in circles.
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
  // An office phone would ring itself if it is one of the numbers that lead here.
  if (route === "agent" || officePhone === null || ours.includes(officePhone)) return { step: agent, reason };
  return { step: { to: "office", number: officePhone, callerId, ringSeconds, pressOne }, reason };
}

/**
 * What follows the office's leg. If somebody there talked, the call is over. If nobody did, whatever the carrier calls
 * it, the agent answers. When a key has to be pressed, "completed" without one was a voicemail.
 */
export function afterOffice({ profile, call, pressed }: Pick<CarrierAsks, "profile" | "call" | "pressed">): VoiceStep {
  const pickedUp = call.dialStatus === "completed" || call.dialStatus === "answered";
  if (pickedUp && (pressed || !profile.pressOne)) return { to: "nobody" };
  const callerId = call.caller ?? call.dialled ?? profile.publicNumber;
  return { to: "agent", number: profile.agentNumber, callerId };
}
