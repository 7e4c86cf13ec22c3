import type * as z from "zod";
import { AppError } from "../lib/errors.ts";
import { isNestedDeeper } from "./nesting.ts";

const MOST_LEVELS = 100; // Retell's events have about ten

/** Parses JSON, or throws a 400 that says it is broken or nested too deeply to be kept. */
export function parseJson(text: string): unknown {
  if (isNestedDeeper(text, MOST_LEVELS)) {
    const message = `The body has lists in lists more than ${MOST_LEVELS} levels deep. Send a flatter one.`;
    throw new AppError(400, "invalid_json", message);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(400, "invalid_json", "The body is not valid JSON. Send one JSON object.");
  }
}

/** Validates with zod. A refusal names each field. */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw validationError(result.error.issues);
}

/** A 400 that names each invalid field with its first problem. */
export function validationError(issues: readonly Issue[]): AppError {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[issue.path.join(".") || "body"] ??= issue.message;
  return new AppError(400, "validation_failed", "Some fields are not valid. Correct them and send again.", { fields });
}

type Issue = { path: PropertyKey[]; message: string };
