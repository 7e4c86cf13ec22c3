/** What callers must know before they hear about a booking, in an operator's words. */
export const VERIFICATION_RULES = {
  confirmation_only: "Confirmation number only",
  second_factor: "Confirmation number and one more detail",
} as const;

export type VerificationRule = keyof typeof VERIFICATION_RULES;

/** How many details a caller must give beside what the booking was found by, and whether a date is one of them. */
export type Demand = { details: number; dates: boolean };

const DETAILS: Record<VerificationRule, number> = { confirmation_only: 0, second_factor: 1 };

/** What a caller has to show under a company's rule. */
export function demandOf(rule: VerificationRule): Demand {
  return { details: DETAILS[rule], dates: true };
}
