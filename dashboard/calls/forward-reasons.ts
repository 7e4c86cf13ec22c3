/** Why the phone provider sent a call here, by the word in its Diversion header (RFC 5806). */
const REASONS: Record<string, string> = {
  "no-answer": "your office did not pick up",
  "user-busy": "your office's line was busy",
  unconditional: "forwarded without ringing your office",
  "time-of-day": "forwarded outside your hours",
  "do-not-disturb": "your office's phone was set to do not disturb",
  unavailable: "your office's phone could not be reached",
  "out-of-service": "your office's line was out of service",
  away: "your office was away",
  deflection: "somebody at your office forwarded it",
  "follow-me": "your phone was set to follow you here",
};

/** The reason in an operator's words; undefined if the call was not forwarded or no known reason was given. */
export function forwardWords(reason: string | null): string | undefined {
  return REASONS[reason ?? ""];
}
