import type { Context } from "hono";
import { z } from "zod";
import { RetellError } from "./errors.ts";

export type Page<T> = { items: T[]; has_more: boolean; pagination_key?: string };

const Query = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  pagination_key: z.string().optional(),
  sort_order: z.enum(["ascending", "descending"]).default("descending"),
});

/** One page of an oldest-first list, by the query's `limit`, `sort_order` and `pagination_key` (the last id seen). */
export function pageOf<T>(c: Context, oldestFirst: T[], idOf: (item: T) => string): Page<T> {
  const query = Query.safeParse(c.req.query());
  if (!query.success) throw new RetellError(400, `request/query ${query.error.issues[0]?.message ?? "is invalid"}`);
  return cutPage(oldestFirst, idOf, query.data);
}

export function cutPage<T>(
  oldestFirst: T[],
  idOf: (item: T) => string,
  query: { limit: number; pagination_key?: string | undefined; sort_order: "ascending" | "descending" },
): Page<T> {
  const ordered = query.sort_order === "ascending" ? oldestFirst : oldestFirst.toReversed();
  const start = query.pagination_key === undefined ? 0 : ordered.findIndex((i) => idOf(i) === query.pagination_key) + 1;
  if (query.pagination_key !== undefined && start === 0) throw new RetellError(400, "Invalid pagination_key.");
  const items = ordered.slice(start, start + query.limit);
  const last = items.at(-1);
  const has_more = start + items.length < ordered.length;
  return { items, has_more, ...(has_more && last !== undefined ? { pagination_key: idOf(last) } : {}) };
}
