/** Whose trunk a number is on, as an operator chooses it. */
export const TRUNK_PROVIDERS = ["twilio", "telnyx", "vonage", "other"] as const;

/** The same, and "retell" for a number that was bought through Retell. */
export const STORED_PROVIDERS = [...TRUNK_PROVIDERS, "retell"] as const;

export const TRANSPORTS = ["TLS", "TCP", "UDP"] as const;
