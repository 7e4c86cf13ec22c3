import type { StoredAccount } from "./store/carrier-accounts.ts";

/** A Twilio account as the API shows it. It says only whether there are secrets, not what they are. */
export function twilioReply(account: StoredAccount | null) {
  const { accountSid = null, apiKeySid = null, tokenSetAt = null, apiKeySetAt = null } = account ?? {};
  return {
    account_sid: accountSid,
    auth_token_set: tokenSetAt !== null,
    auth_token_set_at: tokenSetAt,
    api_key_sid: apiKeySid,
    api_key_set: apiKeySetAt !== null,
  };
}

/** The same for a Telnyx account; its public key is public. */
export function telnyxReply(account: StoredAccount | null) {
  const { publicKey = null, apiKeySetAt = null } = account ?? {};
  return { public_key: publicKey, api_key_set: apiKeySetAt !== null };
}
