import type { BlockedCaller } from "./store/blocked-callers.ts";

/** A blocked caller as the API shows it. */
export function blockReply({ id, phoneE164, note, createdAt }: BlockedCaller) {
  return { id, phone_number: phoneE164, note, created_at: createdAt };
}
