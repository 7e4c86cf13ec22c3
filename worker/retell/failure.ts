import { APIError } from "retell-sdk";

/** Why Retell did not do what was asked. `status` is null when no answer came: then nobody knows what was done. */
export type RetellFailure = { status: number | null; message: string; retryAfterSeconds: number | null };

const LONGEST_WAIT_SECONDS = 3600; // a header is no reason to leave a number alone for a day

/** Reads what the client threw; anything that is not Retell's is thrown on. */
export function failureOf(error: unknown, now: number): RetellFailure {
  if (!(error instanceof APIError)) throw error;
  const retryAfterSeconds = secondsOf(error.headers?.get("retry-after") ?? null, now);
  return { status: error.status ?? null, message: error.message, retryAfterSeconds };
}

/** Retry-After is a number of seconds or a date. */
function secondsOf(header: string | null, now: number): number | null {
  if (!header) return null;
  const seconds = /^\d+(\.\d+)?$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_WAIT_SECONDS);
}
