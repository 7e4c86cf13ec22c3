import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { listStatus } from "../imports/list-status.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const importStatusRoute = new Hono<AppEnv & SignedIn>().get("/", async (c) =>
  c.json(await listStatus(c.get("scope"), c.get("services"))),
);
