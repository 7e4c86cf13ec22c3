import type { EditableConfig } from "../settings/config-schema.ts";
import type { Proof } from "../telephony/proof.ts";
import { asksLive, type RouteMethod } from "../telephony/route-methods.ts";

/**
 * Whether calls have shown that a number is answered as the operator chose. Where the carrier asks us, we see the office's
 * leg: then a call must have come after the office, and in `after_hours` another one while it is closed. Where the line is
 * forwarded, all that we see is that the agent's number rang.
 */
export function isWayProven(mode: EditableConfig["forwarding_mode"], method: RouteMethod, proof: Proof): boolean {
  if (proof.agent_rang_at === null) return false;
  if (mode === "always" || !asksLive(method)) return true;
  return proof.agent_after_office_at !== null && (mode === "overflow" || proof.agent_directly_at !== null);
}
