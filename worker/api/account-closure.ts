import { Hono } from "hono";
import * as z from "zod";
import { closeAccount, closureOf } from "../closure/close-account.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const confirmation = z.object({
  confirmation: z.string("Type the name of your company.").max(400, "This is not the name of your company."),
});

export const accountClosureRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(await closureOf(c.get("scope"), c.get("services"))))
  .post("/", jsonBody(confirmation), async (c) => {
    const typed = c.req.valid("json").confirmation;
    return c.json(await closeAccount(c.get("scope"), c.get("services"), c.get("operator"), typed), 202);
  });
