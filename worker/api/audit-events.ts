import { Hono } from "hono";
import { auditFilter } from "../audit/audit-filter.ts";
import { auditReply } from "../audit/audit-reply.ts";
import { exportChanges } from "../audit/export-changes.ts";
import { listChanges } from "../audit/list-changes.ts";
import type { AppEnv } from "../http/context.ts";
import { csvDownload } from "../http/csv-download.ts";
import { momentCursor, readMomentCursor } from "../http/moment-cursor.ts";
import { listQuery, pageOf, queryOf } from "../http/page-query.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const auditEventsRoute = new Hono<AppEnv & SignedIn>()
  .get("/audit-events", listQuery(auditFilter), async (c) => {
    const { cursor, limit, ...filter } = c.req.valid("query");
    const wanted = { ...filter, cursor: readMomentCursor(cursor), limit: limit + 1 };
    const rows = await listChanges(c.get("scope"), c.get("services"), wanted);
    const page = pageOf(rows, limit, ({ createdAt, id }) => momentCursor(createdAt, id));
    return c.json({ items: page.items.map(auditReply), next_cursor: page.next_cursor });
  })
  .get("/audit-events.csv", queryOf(auditFilter), async (c) =>
    csvDownload(c, "changes.csv", await exportChanges(c.get("scope"), c.get("services"), c.req.valid("query"))),
  );
