import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal in Retell's words: `{"status":"error","message":…}` with the given HTTP status. */
export class RetellError extends Error {
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, message: string) {
    super(message);
    this.status = status;
  }
}

/** Retell answers 422 for an unknown id, even where other services answer 404. */
export function missingAsset(): RetellError {
  return new RetellError(422, "Cannot find requested asset under given api key.");
}

export function answerError(error: Error, c: Context): Response {
  if (error instanceof RetellError) return c.json({ status: "error", message: error.message }, error.status);
  if (error instanceof HTTPException) return c.json({ status: "error", message: error.message }, error.status);
  console.error(error);
  return c.json({ status: "error", message: "An unexpected server error occurred." }, 500);
}
