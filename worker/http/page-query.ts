import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { AppError } from "../lib/errors.ts";
import type { AppEnv } from "./context.ts";
import { validate } from "./json.ts";
import { reading } from "./known-query.ts";

const page = z.object({
  cursor: z.string().max(10_000, "This cursor is not one of ours.").optional(),
  limit: z.coerce
    .number("Choose between 1 and 100.")
    .int("Choose between 1 and 100.")
    .min(1, "Choose between 1 and 100.")
    .max(100, "Choose between 1 and 100.")
    .default(50),
});

/** `?cursor=…&limit=…` of a list. For the typed client the whole query is optional. */
export function pageQuery() {
  const middleware = createMiddleware<
    AppEnv,
    string,
    { in: { query?: { cursor?: string; limit?: string } }; out: { query: z.output<typeof page> } }
  >(async function pageQuery(c, next) {
    c.req.addValidatedData("query", validate(page, c.req.query()));
    await next();
  });
  return reading(Object.keys(page.shape), middleware);
}

/** `?cursor=…&limit=…` and what else a list can be asked by; an empty field of a form asks nothing. */
export function listQuery<Shape extends z.ZodRawShape>(more: z.ZodObject<Shape>) {
  type Out = z.output<typeof page> & z.output<z.ZodObject<Shape>>;
  type In = { cursor?: string; limit?: string } & z.input<z.ZodObject<Shape>>;
  const middleware = createMiddleware<AppEnv, string, { in: { query: In }; out: { query: Out } }>(
    async function listQuery(c, next) {
      const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ""));
      c.req.addValidatedData("query", { ...validate(more, query), ...validate(page, query) });
      await next();
    },
  );
  return reading(Object.keys({ ...page.shape, ...more.shape }), middleware);
}

/** For a cursor that this list never gave out. */
export function refusedCursor(): AppError {
  const fields = { cursor: "This cursor is not one of ours. Begin at the first page." };
  return new AppError(400, "validation_failed", "The list cannot go on from there.", { fields });
}

/** One page out of `limit + 1` rows: the last one only tells that there is more. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last ? cursorOf(last) : null };
}
