import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { queryOf } from "../http/page-query.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";
import { showUsage } from "../usage/show-usage.ts";
import { usageQuery } from "../usage/usage-schema.ts";

/** `GET ?from=&to=`: how many minutes are billed, from the ledger. */
export const usageRoute = new Hono<AppEnv & SignedIn>().get("/", queryOf(usageQuery), async (c) =>
  c.json(await showUsage(c.get("scope"), c.get("services"), c.req.valid("query"))),
);
