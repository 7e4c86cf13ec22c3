import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { RetellError } from "../errors.ts";

/** A refusal in Telnyx's words: `{errors: [{code, title, detail}]}`. */
export class TelnyxError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;

  constructor(status: ContentfulStatusCode, code: string, title: string) {
    super(title);
    this.status = status;
    this.code = code;
  }
}

export function answerTelnyxError(error: Error, c: Context): Response {
  if (error instanceof TelnyxError) return c.json(body(error.code, error.message), error.status);
  if (error instanceof RetellError) return c.json(body("10015", error.message), 422); // an invalid body
  return c.json(body("10007", "Unexpected error"), 500);
}

/** What a fault of the emulator looks like at Telnyx. */
export function telnyxFault(status: number, message?: string): Response {
  const code = status === 429 ? "10011" : "10007";
  return Response.json(body(code, message ?? (status === 429 ? "Too many requests" : "Unexpected error")), { status });
}

function body(code: string, title: string) {
  return { errors: [{ code, title, detail: title }] };
}
