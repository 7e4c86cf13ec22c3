import type { Settings } from "../env.ts";
import type { Carrier } from "./carriers.ts";

/**
 * How long Twilio waits for us (its connection overrides): one second to connect, three to answer, one retry after any
 * failure, 4.5 seconds in all. Then it uses the number's fallback. The fragment is never sent to us, and never signed.
 */
const TWILIO_PATIENCE = "#ct=1000&rt=3000&tt=4500&rc=1&rp=all";

/** The voice address to enter at the carrier. */
export function voiceAddress({ PUBLIC_URL }: Pick<Settings, "PUBLIC_URL">, carrier: Carrier, token: string): string {
  return `${PUBLIC_URL}/telephony/${carrier}/${token}/voice${carrier === "twilio" ? TWILIO_PATIENCE : ""}`;
}
