import { verify } from "retell-sdk/lib/webhook_auth";

/**
 * Whether Retell signed exactly this body within the last five minutes (Retell contract, section 2).
 * Uses the vendor's own check, which is asynchronous: without `await` every signature would be accepted.
 * @param keys the webhook key, and during a rotation the one before it
 */
export async function signedByRetell(rawBody: string, signature: string, keys: string[]): Promise<boolean> {
  for (const key of keys) {
    if (await verify(rawBody, key, signature)) return true;
  }
  return false;
}
