import { log } from "../lib/log.ts";
import type { RetellFailure } from "../retell/failure.ts";

/** Retell's own words, for us alone: without numbers, and without the password should it be repeated in them. */
export function logRefusal(numberId: string, what: string, failure: RetellFailure, password: string | null = null) {
  const bare = password ? failure.message.replaceAll(password, "<password>") : failure.message;
  const message = bare.replace(/\+?\d{7,}/g, "<number>").slice(0, 300);
  log("retell_refused", { number_id: numberId, what, status: failure.status, message });
}
