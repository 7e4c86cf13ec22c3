import { Hono } from "hono";
import { newBlock } from "../blocked-callers/block-schema.ts";
import {
  type BlockedCaller,
  blockCaller,
  blockedCallersOf,
  countBlockedCallers,
  unblockCaller,
} from "../blocked-callers/store/blocked-callers.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { refreshSnapshots } from "../inbound/refresh-snapshots.ts";
import { AppError, notFound } from "../lib/errors.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const MOST_BLOCKED = 500; // the list has no pages; nobody blocks that many by hand

export const blockedCallersRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => {
    const blocked = await blockedCallersOf(c.get("scope"), c.get("services").db);
    return c.json({ items: blocked.map(reply), next_cursor: null });
  })
  .post("/", jsonBody(newBlock), async (c) => {
    const services = c.get("services");
    const { db } = services;
    const { phone_number, note } = c.req.valid("json");
    if ((await countBlockedCallers(c.get("scope"), db)) >= MOST_BLOCKED) {
      throw new AppError(
        409,
        "conflict",
        `You have blocked ${MOST_BLOCKED} callers, which is the most. Remove one first.`,
      );
    }
    const blocked = await blockCaller(c.get("scope"), db, { phoneE164: phone_number, note });
    if (!blocked) throw alreadyBlocked();
    await refreshSnapshots(c.get("scope"), services);
    return c.json(reply(blocked), 201);
  })
  .delete("/:id", async (c) => {
    const services = c.get("services");
    if (!(await unblockCaller(c.get("scope"), services.db, c.req.param("id")))) throw notFound();
    await refreshSnapshots(c.get("scope"), services);
    return c.body(null, 204);
  });

function reply({ id, phoneE164, note, createdAt }: BlockedCaller) {
  return { id, phone_number: phoneE164, note, created_at: createdAt };
}

function alreadyBlocked(): AppError {
  const reason = "This caller is blocked already.";
  return new AppError(409, "already_blocked", reason, { fields: { phone_number: reason } });
}
