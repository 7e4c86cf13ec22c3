import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { momentCursor, readMomentCursor } from "../http/moment-cursor.ts";
import { listQuery, pageOf } from "../http/page-query.ts";
import { notFound } from "../lib/errors.ts";
import { editMessage } from "../messages/edit-message.ts";
import { messageReply } from "../messages/message-reply.ts";
import { messageChanges, messageFilter } from "../messages/message-schema.ts";
import { countOpenMessages, messageById, messagesPage } from "../messages/store/message-inbox.ts";
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
    const edited = await editMessage(c.get("scope"), c.get("services"), c.req.param("id"), c.req.valid("json"));
    return c.json(messageReply(edited));
  });
