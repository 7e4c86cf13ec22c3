import { Hono } from "hono";
import { auditTrail } from "../db/audit.ts";
import type { AppEnv } from "../http/context.ts";
import { pageOf, pageQuery, refusedCursor } from "../http/page-query.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const auditEventsRoute = new Hono<AppEnv & SignedIn>().get("/", pageQuery(), async (c) => {
  const { cursor, limit } = c.req.valid("query");
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await auditTrail(c.get("scope"), c.get("services").db, { cursor: after, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ createdAt, id }) => `${createdAt}_${id}`);
  const items = page.items.map(({ id, action, actor, actorName, subject, detail, createdAt }) => ({
    id,
    action,
    actor: actorName ?? actor,
    subject,
    detail: detail as Record<string, unknown> | null, // written by insertAudit alone
    created_at: createdAt,
  }));
  return c.json({ items, next_cursor: page.next_cursor });
});

function readCursor(text: string): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15})_([\w-]+)$/.exec(text) ?? [];
  if (!at || !id) throw refusedCursor();
  return { at: Number(at), id };
}
