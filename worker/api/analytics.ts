import { Hono } from "hono";
import { analyticsQuery } from "../analytics/analytics-schema.ts";
import { showAnalytics } from "../analytics/show-analytics.ts";
import type { AppEnv } from "../http/context.ts";
import { queryOf } from "../http/page-query.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

/** `GET ?from=&to=&number_id=`: what happened in a range of days, in figures. */
export const analyticsRoute = new Hono<AppEnv & SignedIn>().get("/", queryOf(analyticsQuery), async (c) =>
  c.json(await showAnalytics(c.get("scope"), c.get("services"), c.req.valid("query"))),
);
