import type { BusinessHours } from "../hours/hours.ts";
import type { Override, RoutingSettings } from "../routing/decide.ts";
import type { ForwardingMode } from "../routing/forwarding-modes.ts";

/** Where a secret lies in KV, as D1 names it. */
type Place = { place: string; kid: string; sealedAt: number };

/**
 * Everything needed to answer a carrier's question. It is plain data, because it is also kept in KV. Epoch milliseconds.
 */
export type VoiceProfile = {
  userId: string;
  numberId: string;
  /** The number that Retell answers, E.164. */
  agentNumber: string;
  /** The number that callers dial, if it is another one. */
  publicNumber: string | null;
  timezone: string;
  businessHoursStart: number;
  businessHoursEnd: number;
  weeklyHours: BusinessHours["weekly"];
  hourExceptions: BusinessHours["exceptions"];
  forwardingMode: ForwardingMode;
  officePhone: string | null;
  ringSeconds: number;
  /**
   * Whoever picks up at the office presses 1 to take the call.
   * Absent in a state that was stored before this setting existed.
   */
  pressOne?: boolean;
  /** Whether calls go to the agent over SIP, are tried so until then, and for which account that is proven. Absent as above. */
  sip?: { on: boolean; tryUntil: number | null; provenFor: string | null };
  override: Override | null;
  /** What the carriers' signatures are checked with. */
  twilio: {
    accountSid: string | null;
    token: Place | null;
    /** The token before, which Twilio may still sign with while a new one is promoted. */
    previousToken: Place | null;
    tokenSetAt: number | null;
  };
  telnyx: { publicKey: string | null };
};

/** The part of a profile that decides where a call goes. */
export function routingOf(profile: VoiceProfile): RoutingSettings {
  return {
    hours: {
      timezone: profile.timezone,
      start: profile.businessHoursStart,
      end: profile.businessHoursEnd,
      weekly: profile.weeklyHours,
      exceptions: profile.hourExceptions,
    },
    forwardingMode: profile.forwardingMode,
    officePhone: profile.officePhone,
    ringSeconds: profile.ringSeconds,
    override: profile.override,
  };
}
