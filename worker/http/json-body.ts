import { zValidator } from "@hono/zod-validator";
import { bodyLimit } from "hono/body-limit";
import type * as z from "zod";
import { AppError } from "../lib/errors.ts";
import { validationError } from "./json.ts";

const LONGEST_BODY = 200_000; // bytes; ten times a company's settings with every exception filled in

/** Reads and validates a JSON body. A refusal names each field. Other content types are refused. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("json", schema, (result, c) => {
    if (!isJson(c.req.header("content-type"))) throw notJson();
    if (!result.success) throw validationError(result.error.issues);
  });
}

/** As above, but the body may be missing; then nothing is set. */
export function optionalJsonBody<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("json", schema, (result, c) => {
    const contentType = c.req.header("content-type");
    if (contentType !== undefined && !isJson(contentType)) throw notJson();
    if (!result.success) throw validationError(result.error.issues);
  });
}

/** Refuses bodies that are too long before anything reads them. */
export function shortBody(longest = LONGEST_BODY) {
  return bodyLimit({
    maxSize: longest,
    onError: () => {
      throw new AppError(413, "body_too_large", `The body is larger than ${longest / 1000} kB. Send a smaller one.`);
    },
  });
}

function notJson(): AppError {
  return new AppError(400, "bad_request", "Send JSON, with the header content-type: application/json.");
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\b/i.test(contentType ?? "");
}
