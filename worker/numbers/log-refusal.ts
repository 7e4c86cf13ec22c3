import { log } from "../lib/log.ts";
import type { RetellFailure } from "../retell/failure.ts";

/** Logs Retell's own words for us, with phone numbers and the password taken out. */
export function logRefusal(numberId: string, what: string, failure: RetellFailure, password: string | null = null) {
  const bare = password ? failure.message.replaceAll(password, "<password>") : failure.message;
  const message = bare.replace(/\+?\d{7,}/g, "<number>").slice(0, 300);
  log("retell_refused", { number_id: numberId, what, status: failure.status, message });
}
