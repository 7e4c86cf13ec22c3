/** How a ring of a company's number was answered, in an operator's words. */
export const RING_OUTCOMES = {
  answered: "Answered by the agent",
  stale: "Answered by the agent with the last known settings",
  rejected: "Turned away: you blocked this caller",
} as const;

export type RingOutcome = keyof typeof RING_OUTCOMES;

/** Why the neutral answer was given: it is nobody's number, or the database did not say whose it is. */
export const NEUTRAL_OUTCOMES = ["unknown_number", "unreachable"] as const;

export type NeutralOutcome = (typeof NEUTRAL_OUTCOMES)[number];
