import { base64url } from "jose";
import type { Settings } from "../env.ts";
import { AppError } from "../lib/errors.ts";

const KEY_BYTES = 32; // A256GCM

/**
 * The key-encryption keys of the environment: `KEK_<kid>` holds a key, `KEK_CURRENT` names the one for new secrets.
 * During a rotation both keys are set; the old one is removed once nothing is sealed with it.
 * @throws AppError 503 when a key that is needed is malformed, or the current one is missing
 */
export function keyRing({ KEK_CURRENT, keyEncryptionKeys }: Settings) {
  return {
    current(): { kid: string; key: Uint8Array } {
      if (!KEK_CURRENT) throw unusable("KEK_CURRENT is not set. Set it to the name of a key.");
      const key = this.byKid(KEK_CURRENT);
      if (!key) throw unusable(`KEK_${KEK_CURRENT} is not set.`);
      return { kid: KEK_CURRENT, key };
    },
    /** Null if the key does not exist or has been removed. */
    byKid(kid: string): Uint8Array | null {
      const text = keyEncryptionKeys[kid.toLowerCase()]; // variables are often written in capitals
      if (!text) return null;
      const key = decode(text);
      if (key?.length !== KEY_BYTES) throw unusable(`KEK_${kid} is not ${KEY_BYTES} bytes in base64url.`);
      return key;
    },
  };
}

function decode(text: string): Uint8Array | null {
  try {
    return base64url.decode(text);
  } catch {
    return null;
  }
}

function unusable(reason: string): AppError {
  return new AppError(503, "not_configured", `Passwords cannot be kept safely yet: ${reason}`);
}
