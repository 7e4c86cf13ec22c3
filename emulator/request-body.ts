import type { Context } from "hono";
import type { z } from "zod";
import { RetellError } from "./errors.ts";

/** Reads and checks a JSON body. A broken or invalid body gets a 400 that names the first wrong field. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const text = await c.req.text();
  return check(parseJson(text), schema);
}

export function check<S extends z.ZodType>(value: unknown, schema: S): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join("/") ?? "";
  throw new RetellError(400, `request/body${field ? `/${field}` : ""} ${issue?.message ?? "is invalid"}`);
}

function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new RetellError(400, "Invalid request format, please check API reference.");
  }
}
