import { TelnyxWebhook } from "telnyx/lib/webhooks";
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";

/** A request as the carrier signed it: our public address with the raw path and query, and the raw body. */
export type SignedRequest = { url: string; rawBody: string; headers: Headers };

/**
 * Whether Twilio signed it with this token (facts: base64 HMAC-SHA1 over the URL and the sorted parameters; a GET has no
 * parameters). A request that names a shared key is signed with that key, which we do not have: never tried with the token.
 */
export function signedByTwilio({ url, rawBody, headers }: SignedRequest, token: string): boolean {
  const signature = headers.get("x-twilio-signature");
  if (!signature || headers.has("x-twilio-webhooks-signature-settings")) return false;
  return validateRequest(token, signature, url, parameters(rawBody));
}

/** Whether Telnyx signed it: Ed25519 over time and raw body, five minutes old at most. */
export async function signedByTelnyx({ rawBody, headers }: SignedRequest, publicKey: string): Promise<boolean> {
  try {
    await new TelnyxWebhook(publicKey).verify(rawBody, Object.fromEntries(headers));
    return true;
  } catch {
    return false; // the vendor's only way to say no
  }
}

/** A name that comes twice keeps both values, as Twilio's own middleware reads it. */
function parameters(rawBody: string): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {};
  for (const name of new Set(new URLSearchParams(rawBody).keys())) {
    const values = new URLSearchParams(rawBody).getAll(name);
    all[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return all;
}
