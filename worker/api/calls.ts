import { Hono } from "hono";
import { callReply } from "../calls/call-reply.ts";
import { callFilter, feedbackBody } from "../calls/call-schema.ts";
import { judgeCall } from "../calls/judge-call.ts";
import { listCalls } from "../calls/list-calls.ts";
import { playRecording } from "../calls/play-recording.ts";
import { showCall } from "../calls/show-call.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { readsQuery } from "../http/known-query.ts";
import { momentCursor, readMomentCursor } from "../http/moment-cursor.ts";
import { listQuery, pageOf } from "../http/page-query.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const callsRoute = new Hono<AppEnv & SignedIn>()
  .get("/", listQuery(callFilter), async (c) => {
    const { cursor, limit, ...filter } = c.req.valid("query");
    const wanted = { ...filter, cursor: readMomentCursor(cursor), limit: limit + 1 };
    const rows = await listCalls(c.get("scope"), c.get("services"), wanted);
    const page = pageOf(rows, limit, ({ at, id }) => momentCursor(at, id));
    return c.json({ items: page.items.map(callReply), next_cursor: page.next_cursor });
  })
  .get("/:id", async (c) => c.json(await showCall(c.get("scope"), c.get("services"), c.req.param("id"))))
  .get("/:id/recording", readsQuery("expires", "signature"), async (c) => {
    const { expires = "", signature = "" } = c.req.query();
    const asked = { id: c.req.param("id"), expires, signature, range: c.req.header("range") };
    return playRecording(c.get("scope"), c.get("services"), asked);
  })
  .put("/:id/feedback", jsonBody(feedbackBody), async (c) =>
    c.json(await judgeCall(c.get("scope"), c.get("services"), c.req.param("id"), c.req.valid("json"))),
  );
