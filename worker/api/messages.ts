import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { momentCursor, readMomentCursor } from "../http/moment-cursor.ts";
import { listQuery, pageOf } from "../http/page-query.ts";
import { notFound } from "../lib/errors.ts";
import { messageReply } from "../messages/message-reply.ts";
import { messageChanges, messageFilter } from "../messages/message-schema.ts";
import { changeMessage, countOpenMessages, messageById, messagesPage } from "../messages/store/message-inbox.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const messagesRoute = new Hono<AppEnv & SignedIn>()
  .get("/", listQuery(messageFilter), async (c) => {
    const { db } = c.get("services");
    const { cursor, limit, ...filter } = c.req.valid("query");
    const [rows, open_count] = await Promise.all([
      messagesPage(c.get("scope"), db, { ...filter, cursor: readMomentCursor(cursor), limit: limit + 1 }),
      countOpenMessages(c.get("scope"), db),
    ]);
    const page = pageOf(rows, limit, ({ createdAt, id }) => momentCursor(createdAt, id));
    return c.json({ items: page.items.map(messageReply), next_cursor: page.next_cursor, open_count });
  })
  .get("/:id", async (c) => {
    const message = await messageById(c.get("scope"), c.get("services").db, c.req.param("id"));
    if (!message) throw notFound();
    return c.json(messageReply(message));
  })
  .patch("/:id", jsonBody(messageChanges), async (c) => {
    const { db, now } = c.get("services");
    const message = await messageById(c.get("scope"), db, c.req.param("id"));
    if (!message) throw notFound();
    const { done, note } = c.req.valid("json");
    const turned = done !== undefined && done !== (message.doneAt !== null);
    const change = {
      ...(turned && { doneAt: done ? now() : null }),
      ...(note !== undefined && note !== message.note && { note }),
    };
    if (Object.keys(change).length === 0) return c.json(messageReply(message));
    const action = turned ? (done ? "message.done" : "message.reopened") : "message.noted";
    await changeMessage(c.get("scope"), db, message.id, { change, action });
    return c.json(messageReply({ ...message, ...change }));
  });
