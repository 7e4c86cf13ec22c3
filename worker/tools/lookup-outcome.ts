/** How a look-up ended, in an operator's words. */
export const LOOKUP_OUTCOMES = {
  found: "Found",
  not_found: "Not found",
  asked_more: "Asked for more",
  locked: "Locked",
} as const;

export type LookupOutcome = keyof typeof LOOKUP_OUTCOMES;

/**
 * How a look-up ended, from the answer that the agent got. Answers
 * from before `asked_more` say only that nothing was found.
 */
export function outcomeOf(answer: Record<string, unknown>): LookupOutcome {
  if (answer.found === true) return "found";
  if (answer.locked === true) return "locked";
  return answer.verification_required === true || answer.asked_more === true ? "asked_more" : "not_found";
}
