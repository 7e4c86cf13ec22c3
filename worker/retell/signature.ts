import { verify } from "retell-sdk/lib/webhook_auth";

/**
 * Did Retell sign exactly this body within the last five minutes (Retell contract, section 2)?
 * The vendor's own check: HMAC-SHA256 compared by WebCrypto. It is asynchronous; forgetting `await` accepts everything.
 * @param keys the webhook key, and during a rotation the one before it
 */
export async function signedByRetell(rawBody: string, signature: string, keys: string[]): Promise<boolean> {
  for (const key of keys) {
    if (await verify(rawBody, key, signature)) return true;
  }
  return false;
}
