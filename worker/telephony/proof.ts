import type { RoutedCall } from "./store/routed-calls.ts";

/** When a call last showed that a leg works, in epoch milliseconds; null = no call has shown it yet. */
export type Proof = {
  carrier_asked_at: number | null;
  office_rang_at: number | null;
  office_answered_at: number | null;
  /** After the office did not answer. */
  agent_after_office_at: number | null;
  /** Without ringing the office. */
  agent_directly_at: number | null;
  /** The agent's number rang, by whatever way. */
  agent_rang_at: number | null;
};

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
  };
}
