import { zValidator } from "@hono/zod-validator";
import { bodyLimit } from "hono/body-limit";
import type * as z from "zod";
import { AppError } from "../lib/errors.ts";
import { validationError } from "./json.ts";

const LONGEST_BODY = 200_000; // bytes; a company's settings with every exception filled in are a tenth of it

/** The request's JSON, validated; a refusal names each field. Nothing but JSON is read. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("json", schema, (result, c) => {
    if (!isJson(c.req.header("content-type"))) {
      throw new AppError(400, "bad_request", "Send JSON, with the header content-type: application/json.");
    }
    if (!result.success) throw validationError(result.error.issues);
  });
}

/** Refuses longer bodies before anything reads them. */
export function shortBody(longest = LONGEST_BODY) {
  return bodyLimit({
    maxSize: longest,
    onError: () => {
      throw new AppError(413, "body_too_large", `The body is larger than ${longest / 1000} kB. Send a smaller one.`);
    },
  });
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\b/i.test(contentType ?? "");
}
