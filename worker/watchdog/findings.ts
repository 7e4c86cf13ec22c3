import type { BusinessHours } from "../hours/hours.ts";
import { isOpen } from "../hours/is-open.ts";
import type { ForwardingMode } from "../routing/forwarding-modes.ts";
import { maybeVoicemail } from "../telephony/proof.ts";
import type { RouteMethod } from "../telephony/route-methods.ts";
import type { RoutedCall } from "../telephony/store/routed-calls.ts";
import type { IncidentKind } from "./incident-kinds.ts";
import { isUnlikelySilence } from "./silence.ts";

/** What is known of a number's route; times in epoch milliseconds, lists newest first. */
export type WatchedRoute = {
  method: RouteMethod;
  since: number;
  pressOne: boolean;
  mode: ForwardingMode;
  hours: BusinessHours;
  /** The manual switch applies now or has applied today, so the hours prove nothing. */
  switched: boolean;
  /** Rings at the agent's number in the last four weeks. */
  rings: { receivedAt: number; forwardReason: string }[];
  /** Calls that the carrier asked us about in the last four weeks. */
  routed: RoutedCall[];
  /** Whether the carrier no longer has what we set up; null if we set nothing up, or could not look. */
  changedAtCarrier: boolean | null;
};

const DAY_MS = 86_400_000;
const OFFICE_LEGS = 5;
const MOST_OF_THEM = 3;
const RINGS_A_DAY = 3; // one or two may be a test, or a caller who knows the agent's number

/** The office's line rang first, so a call that reaches the agent in office hours is as it should be. */
const OFFICE_RANG = ["no-answer", "user-busy", "unavailable"];

/** What seems wrong with a route; null if that cannot be told now. */
export function findingsOf(route: WatchedRoute, now: number): Record<IncidentKind, boolean | null> {
  if (route.method === "none") {
    return { no_calls: false, agent_in_office_hours: false, voicemail: false, changed_at_carrier: false };
  }
  return {
    no_calls: isUnlikelySilence(callTimes(route), route.since, now),
    agent_in_office_hours: reachesAgentInOfficeHours(route, now),
    voicemail: !route.pressOne && seemsToTakeCalls(route.routed),
    changed_at_carrier: route.changedAtCarrier,
  };
}

function callTimes({ rings, routed }: WatchedRoute): number[] {
  return [...rings, ...routed].map(({ receivedAt }) => receivedAt).sort((a, b) => b - a);
}

/** Only if a phone company forwards by its own schedule. Where we decide, the hours are ours. */
function reachesAgentInOfficeHours(
  { method, mode, hours, switched, rings, since }: WatchedRoute,
  now: number,
): boolean {
  if (method !== "forwarding" || mode !== "after_hours" || switched) return false;
  const from = Math.max(now - DAY_MS, since);
  const strange = rings.filter(
    ({ receivedAt, forwardReason }) =>
      receivedAt >= from && !OFFICE_RANG.includes(forwardReason) && isOpen(hours, receivedAt),
  );
  return strange.length >= RINGS_A_DAY;
}

function seemsToTakeCalls(routed: RoutedCall[]): boolean {
  const legs = routed.filter(({ officeStatus }) => officeStatus !== null).slice(0, OFFICE_LEGS);
  return legs.filter(maybeVoicemail).length >= MOST_OF_THEM;
}
