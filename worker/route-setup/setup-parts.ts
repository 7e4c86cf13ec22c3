/**
 * What a set-up may make at the carrier, in the order in which it is made: a Studio flow that answers while we do not, the
 * whole way as a Studio flow, or a TeXML application.
 */
export const SETUP_PARTS = ["fallback_flow", "studio_flow", "application"] as const;

export type SetupPart = (typeof SETUP_PARTS)[number];
