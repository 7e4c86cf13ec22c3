/** What callers hear until the operator writes a greeting (plan 7.2). */
export const DEFAULT_WELCOME =
  "Thank you for calling {{company_name}} reservations and after-hours helpline. Please have your confirmation number or the phone number associated with your reservation ready.";
