import type { Route } from "../routing/decide.ts";

/** Why a call goes where it goes: by the schedule, or by what only a live call shows. */
export type RouteReason = Route["reason"] | "loop" | "own_phone";

/**
 * Why a call was sent on, in the words of the Diversion header (RFC 5806), so that the agent reads one vocabulary
 * whether a carrier forwarded the call or we did.
 */
const BY_REASON: Record<RouteReason, string> = {
  always_agent: "unconditional",
  switched_to_agent: "unconditional",
  no_office_phone: "unconditional",
  own_phone: "unconditional",
  closed: "time-of-day",
  closed_today: "time-of-day",
  loop: "no-answer",
  open: "",
  overflow: "",
  switched_to_office: "",
};

const BY_STATUS: Record<string, string> = {
  "no-answer": "no-answer",
  completed: "no-answer",
  answered: "no-answer",
  busy: "user-busy",
};

/** Every word that a call of ours may come with. */
export const FORWARD_WORDS: readonly string[] = [
  ...new Set([...Object.values(BY_REASON), ...Object.values(BY_STATUS), "unavailable"]),
].filter(Boolean);

export function forwardWordOf(reason: RouteReason): string {
  return BY_REASON[reason];
}

/**
 * For an office that was rung. "completed" comes here only if nobody pressed the key, so a voicemail took the call.
 * After any failure other than no answer or a busy line, the office was not available.
 */
export function forwardWordAfter(dialStatus: string): string {
  return BY_STATUS[dialStatus] ?? "unavailable";
}
