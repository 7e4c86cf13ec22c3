import { createMiddleware } from "hono/factory";
import type * as z from "zod";
import type { AppEnv } from "./context.ts";
import { validate } from "./json.ts";
import { page } from "./page-query.ts";

/**
 * `?cursor=…&limit=…` of a list together with its own filters. An empty filter is none, as a form sends it. For the
 * typed client everything is optional text.
 */
export function listQuery<Filter extends z.ZodRawShape>(filter: Filter) {
  const query = page.extend(filter);
  type Asked = { [name in keyof Filter | "cursor" | "limit"]?: string };
  return createMiddleware<AppEnv, string, { in: { query?: Asked }; out: { query: z.output<typeof query> } }>(
    async function listQuery(c, next) {
      const given = Object.entries(c.req.query()).filter(([, value]) => value !== "");
      c.req.addValidatedData("query", validate(query, Object.fromEntries(given)));
      await next();
    },
  );
}
