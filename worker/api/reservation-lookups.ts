import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";
import { testLookup, testLookupArgs } from "../tools/test-lookup.ts";

export const reservationLookupsRoute = new Hono<AppEnv & SignedIn>().post("/", jsonBody(testLookupArgs), async (c) =>
  c.json(await testLookup(c.get("scope"), c.get("services"), c.req.valid("json"))),
);
