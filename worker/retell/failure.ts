import { APIError } from "retell-sdk";

/** Why a request to Retell failed. `status` is null if there was no answer; then we do not know what Retell did. */
export type RetellFailure = { status: number | null; message: string; retryAfterSeconds: number | null };

const LONGEST_WAIT_SECONDS = 3600; // a header must not make us wait for a day

/** Reads the client's error; any other error is rethrown. */
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
