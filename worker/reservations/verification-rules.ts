/** What callers must know before they hear about a booking, in an operator's words. */
export const VERIFICATION_RULES = {
  confirmation_only: "Confirmation number only",
  second_factor: "Confirmation number and one more detail",
} as const;

export type VerificationRule = keyof typeof VERIFICATION_RULES;
