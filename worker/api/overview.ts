import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { showOverview } from "../overview/show-overview.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const overviewRoute = new Hono<AppEnv & SignedIn>().get("/", async (c) =>
  c.json(await showOverview(c.get("scope"), c.get("services"))),
);
