import type { Settings } from "../env.ts";
import type { Carrier } from "./carriers.ts";

/**
 * How long Twilio waits for us (its connection overrides): one second to connect, three to answer, one retry after any
 * failure, 4.5 seconds in all. Then it uses the number's fallback. The fragment is never sent to us, and never signed.
 */
const TWILIO_PATIENCE = "#ct=1000&rt=3000&tt=4500&rc=1&rp=all";

type PublicUrl = Pick<Settings, "PUBLIC_URL">;

/** Below which a carrier asks about the calls of one route. */
export function carrierBase({ PUBLIC_URL }: PublicUrl, carrier: Carrier, token: string): string {
  return `${PUBLIC_URL}/telephony/${carrier}/${token}`;
}

/** The voice address as the carrier asks at it, and signs it. */
export function voiceUrl(settings: PublicUrl, carrier: Carrier, token: string): string {
  return `${carrierBase(settings, carrier, token)}/voice`;
}

/** The voice address to enter at the carrier. */
export function voiceAddress(settings: PublicUrl, carrier: Carrier, token: string): string {
  return `${voiceUrl(settings, carrier, token)}${carrier === "twilio" ? TWILIO_PATIENCE : ""}`;
}

/** Where a Studio flow asks who answers. */
export function decisionUrl({ PUBLIC_URL }: PublicUrl, token: string): string {
  return `${PUBLIC_URL}/telephony/${token}/decision`;
}

/** Where a Studio flow says how the office's leg ended. */
export function officeEndUrl({ PUBLIC_URL }: PublicUrl, token: string): string {
  return `${PUBLIC_URL}/telephony/${token}/office-end`;
}
