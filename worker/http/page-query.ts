import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { AppError } from "../lib/errors.ts";
import type { AppEnv } from "./context.ts";
import { validate } from "./json.ts";
import { reading } from "./known-query.ts";

const page = z.object({
  cursor: z.string().max(10_000, "This cursor is not valid.").optional(),
  limit: z.coerce
    .number("Choose between 1 and 100.")
    .int("Choose between 1 and 100.")
    .min(1, "Choose between 1 and 100.")
    .max(100, "Choose between 1 and 100.")
    .default(50),
});

/** `?cursor=…&limit=…` of a list. The typed client may leave out the query. */
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

/** `?cursor=…&limit=…` and a list's own filters. An empty form field means no filter. */
export function listQuery<Shape extends z.ZodRawShape>(more: z.ZodObject<Shape>) {
  type Out = z.output<typeof page> & z.output<z.ZodObject<Shape>>;
  type In = { cursor?: string; limit?: string } & z.input<z.ZodObject<Shape>>;
  const middleware = createMiddleware<AppEnv, string, { in: { query: In }; out: { query: Out } }>(
    async function listQuery(c, next) {
      const query = filled(c.req.query());
      c.req.addValidatedData("query", { ...validate(more, query), ...validate(page, query) });
      await next();
    },
  );
  return reading(Object.keys({ ...page.shape, ...more.shape }), middleware);
}

/** The query parameters of a route that is not a list. An empty form field counts as left out. */
export function queryOf<Schema extends z.ZodObject>(schema: Schema) {
  const middleware = createMiddleware<
    AppEnv,
    string,
    { in: { query: z.input<Schema> }; out: { query: z.output<Schema> } }
  >(async function queryOf(c, next) {
    c.req.addValidatedData("query", validate(schema, filled(c.req.query())));
    await next();
  });
  return reading(Object.keys(schema.shape), middleware);
}

function filled(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

/** The error for a cursor that we did not create. */
export function refusedCursor(): AppError {
  const fields = { cursor: "This cursor is not valid. Start again from the first page." };
  return new AppError(400, "validation_failed", "The next page could not be loaded.", { fields });
}

/** One page out of `limit + 1` rows; the extra row only shows that there are more. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last ? cursorOf(last) : null };
}
