import type { RoutedCall } from "./store/routed-calls.ts";

/** When a call last showed that a leg works, in epoch milliseconds; null if no call has shown it yet. */
export type Proof = {
  carrier_asked_at: number | null;
  office_rang_at: number | null;
  office_answered_at: number | null;
  /** After the office did not answer. */
  agent_after_office_at: number | null;
  /** Without ringing the office. */
  agent_directly_at: number | null;
  /** The agent's number rang, whichever way the call came. */
  agent_rang_at: number | null;
  /** The office's line picked up, but so briefly that it may have been a voicemail, and nobody pressed a key. */
  voicemail_suspected_at: number | null;
};

/** Whoever picks up and hangs up within this time may be a voicemail; a booking takes longer. */
const VOICEMAIL_SECONDS = 25;

/** Whether a voicemail may have taken this call. */
export function maybeVoicemail({ officeStatus, officeSeconds, officePressedAt, toAgentAt }: RoutedCall): boolean {
  const pickedUp = officeStatus === "completed" || officeStatus === "answered";
  const talked = officePressedAt !== null || (officeSeconds ?? VOICEMAIL_SECONDS) >= VOICEMAIL_SECONDS;
  return pickedUp && toAgentAt === null && !talked;
}

/** What the calls of a route have proven, newest first in `calls`. `verifiedAt` is when the agent's number first rang. */
export function proofOf(calls: RoutedCall[], verifiedAt: number | null): Proof {
  const latest = (is: (call: RoutedCall) => boolean) => calls.find(is)?.receivedAt ?? null;
  const rangOffice = ({ officeStatus }: RoutedCall) => officeStatus !== null;
  const reachedAgent = ({ claimedAt }: RoutedCall) => claimedAt !== null;
  return {
    carrier_asked_at: latest(() => true),
    office_rang_at: latest(rangOffice),
    office_answered_at: latest(({ officeStatus }) => officeStatus === "completed" || officeStatus === "answered"),
    agent_after_office_at: latest((call) => rangOffice(call) && reachedAgent(call)),
    agent_directly_at: latest((call) => !rangOffice(call) && reachedAgent(call)),
    agent_rang_at: latest(reachedAgent) ?? verifiedAt,
    voicemail_suspected_at: latest(maybeVoicemail),
  };
}
