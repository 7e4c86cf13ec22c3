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

/** Whether the carrier asks us or its own flow what to do with a call. Then the number may not be on a trunk. */
export function asksLive(method: RouteMethod): boolean {
  return method === "twilio_live" || method === "twilio_studio" || method === "telnyx_live";
}
