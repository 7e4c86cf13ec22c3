import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { listQuery } from "../http/page-query.ts";
import { listKind } from "../imports/import-body.ts";
import { headerHashOf } from "../imports/import-file.ts";
import { rememberedMapping } from "../imports/store/import-mappings.ts";
import { notFound } from "../lib/errors.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const header = z.object({ kind: listKind, key: z.string("Give the header's key.").min(1, "Give the header's key.") });

export const importMappingsRoute = new Hono<AppEnv & SignedIn>().get("/", listQuery(header), async (c) => {
  const { kind, key } = c.req.valid("query");
  const headerHash = await headerHashOf(key);
  const known = await rememberedMapping(c.get("scope"), c.get("services").db, { kind, headerHash });
  if (!known) throw notFound();
  return c.json({ mapping: known.mapping, status_words: known.statusWords, date_order: known.dateOrder });
});
