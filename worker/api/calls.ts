import { Hono } from "hono";
import { callReply } from "../calls/call-reply.ts";
import { callFilter, feedbackBody } from "../calls/call-schema.ts";
import { playRecording } from "../calls/play-recording.ts";
import { showCall } from "../calls/show-call.ts";
import { callsPage, saveFeedback } from "../calls/store/call-log.ts";
import { dayBounds } from "../hours/day-bounds.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { momentCursor, readMomentCursor } from "../http/moment-cursor.ts";
import { listQuery, pageOf } from "../http/page-query.ts";
import { notFound } from "../lib/errors.ts";
import { DEFAULT_CONFIG } from "../settings/default-config.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const callsRoute = new Hono<AppEnv & SignedIn>()
  .get("/", listQuery(callFilter), async (c) => {
    const { db, now } = c.get("services");
    const { cursor, limit, from, to, ...filter } = c.req.valid("query");
    const zone = (await savedConfig(c.get("scope"), db))?.config.timezone ?? DEFAULT_CONFIG.timezone;
    const rows = await callsPage(c.get("scope"), db, {
      ...filter,
      from: from === undefined ? null : (dayBounds(from, zone)?.start ?? null),
      to: to === undefined ? null : (dayBounds(to, zone)?.end ?? null),
      cursor: readMomentCursor(cursor),
      limit: limit + 1,
      now: now(),
    });
    const page = pageOf(rows, limit, ({ at, id }) => momentCursor(at, id));
    return c.json({ items: page.items.map(callReply), next_cursor: page.next_cursor });
  })
  .get("/:id", async (c) => c.json(await showCall(c.get("scope"), c.get("services"), c.req.param("id"))))
  .get("/:id/recording", async (c) => {
    const { expires = "", signature = "" } = c.req.query();
    const asked = { id: c.req.param("id"), expires, signature, range: c.req.header("range") };
    return playRecording(c.get("scope"), c.get("services"), asked);
  })
  .put("/:id/feedback", jsonBody(feedbackBody), async (c) => {
    const feedback = c.req.valid("json");
    if (!(await saveFeedback(c.get("scope"), c.get("services").db, c.req.param("id"), feedback))) throw notFound();
    return c.json(feedback);
  });
