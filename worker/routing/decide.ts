/** Who answers always, outside the hours, or whenever the office does not (plan phase 5B). */
export type ForwardingMode = "always" | "after_hours" | "overflow";

export type Route = { route: "agent" } | { route: "office"; ringSeconds: number; onNoAnswer: "agent" };

export type RouteQuestion = {
  forwardingMode: ForwardingMode;
  open: boolean;
  officePhone: string | null;
  ringSeconds?: number;
};

const RING_SECONDS = 20; // four rings; a desk phone's own voicemail usually takes over at about 25

/**
 * Where a call to the company's number goes. Without an office phone there is nothing to ring, so the agent answers;
 * an office that does not pick up never leaves the caller alone. `ringSeconds` defaults to 20.
 */
export function decideRoute({ forwardingMode, open, officePhone, ringSeconds = RING_SECONDS }: RouteQuestion): Route {
  const officeRings = forwardingMode === "overflow" || (forwardingMode === "after_hours" && open);
  if (!officeRings || !officePhone?.trim()) return { route: "agent" };
  return { route: "office", ringSeconds, onNoAnswer: "agent" };
}
