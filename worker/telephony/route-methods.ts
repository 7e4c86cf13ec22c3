import type { Carrier } from "./carriers.ts";

/** How calls reach the agent, in an operator's words. */
export const ROUTE_METHODS = {
  forwarding: "Forward our line",
  twilio_live: "Twilio asks us for each call",
  twilio_studio: "A Twilio Studio flow",
  telnyx_live: "Telnyx asks us for each call",
  trunk: "Our own SIP trunk",
  none: "Not decided yet",
} as const;

export type RouteMethod = keyof typeof ROUTE_METHODS;

/** The carrier that asks us, or whose flow does, what to do with a call; null where nobody asks. */
export const ASKING_CARRIER: Record<RouteMethod, Carrier | null> = {
  forwarding: null,
  twilio_live: "twilio",
  twilio_studio: "twilio",
  telnyx_live: "telnyx",
  trunk: null,
  none: null,
};

/** Whether we tell the carrier ourselves how to dial, rather than a flow of its own. */
export function weDial(method: RouteMethod): boolean {
  return method === "twilio_live" || method === "telnyx_live";
}

/** Whether somebody asks us what to do with a call. Then the number may not be on a trunk. */
export function asksLive(method: RouteMethod): boolean {
  return ASKING_CARRIER[method] !== null;
}
