import { Hono } from "hono";
import { auditTrail } from "../db/audit.ts";
import type { AppEnv } from "../http/context.ts";
import { momentCursor, readMomentCursor } from "../http/moment-cursor.ts";
import { pageOf, pageQuery } from "../http/page-query.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const auditEventsRoute = new Hono<AppEnv & SignedIn>().get("/", pageQuery(), async (c) => {
  const { cursor, limit } = c.req.valid("query");
  const after = readMomentCursor(cursor);
  const rows = await auditTrail(c.get("scope"), c.get("services").db, { cursor: after, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ createdAt, id }) => momentCursor(createdAt, id));
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
