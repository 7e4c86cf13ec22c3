/** Who answers always, outside the hours, or whenever the office does not (plan phase 5B), in an operator's words. */
export const FORWARDING_MODES = {
  always: "Always the agent",
  after_hours: "After hours only",
  overflow: "When the office does not answer",
} as const;

export type ForwardingMode = keyof typeof FORWARDING_MODES;
