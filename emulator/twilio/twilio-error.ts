import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal in Twilio's words: `{code, message, more_info, status}`. */
export class TwilioError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: number;

  constructor(status: ContentfulStatusCode, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function answerTwilioError(error: Error, c: Context): Response {
  const known = error instanceof TwilioError ? error : new TwilioError(500, 20500, "Internal Server Error");
  const { status, code, message } = known;
  return c.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status);
}

/** What a fault of the emulator looks like at Twilio. */
export function twilioFault(status: number, message?: string): Response {
  const code = status === 429 ? 20429 : status >= 500 ? 20500 : 20001;
  const words = message ?? (status === 429 ? "Too Many Requests" : "Internal Server Error");
  return Response.json(
    { code, message: words, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    { status },
  );
}
