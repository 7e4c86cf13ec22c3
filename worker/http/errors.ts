import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { AppError } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import type { AppEnv } from "./context.ts";

/** The one place that turns a thrown error into a response. Details stay in the log. */
export function answerError(error: unknown, c: Context<AppEnv>): Response {
  const known = toAppError(error);
  const trace = c.get("trace");
  if (trace) trace.outcome ??= known.code;
  if (trace && known.details.tenant) trace.tenant = known.details.tenant;
  if (known.status >= 500) log("error", { ...describeError(error), request_id: c.get("requestId") });
  return errorResponse(known, c.get("requestId"));
}

/** `{"error":{code,message,request_id,fields?}}`, the shape of every refusal. */
export function errorResponse(error: AppError, requestId: string): Response {
  const { fields, extra, retryAfterSeconds } = error.details;
  const body = { code: error.code, message: error.message, request_id: requestId, ...(fields && { fields }) };
  const headers = {
    "cache-control": "no-store",
    ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
  };
  return Response.json({ error: body, ...extra }, { status: error.status, headers });
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return new AppError(400, "bad_request", "The request could not be read. Check its body and headers.");
  }
  return new AppError(
    500,
    "internal",
    "Something went wrong on our side. Try again. If it happens again, send us the request id.",
  );
}
