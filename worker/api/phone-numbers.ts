import { Hono } from "hono";
import { phoneNumber, phoneNumbers } from "../db/phone-numbers.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { notFound } from "../lib/errors.ts";
import { addNumber } from "../numbers/add-number.ts";
import { numberReply } from "../numbers/number-reply.ts";
import { newNumber } from "../numbers/number-schema.ts";
import { removeNumber } from "../numbers/remove-number.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const phoneNumbersRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => {
    const numbers = await phoneNumbers(c.get("scope"), c.get("services").db);
    return c.json({ items: numbers.map(numberReply), next_cursor: null });
  })
  .post("/", jsonBody(newNumber), async (c) => {
    const added = await addNumber(c.get("scope"), c.get("services"), c.req.valid("json"));
    return c.json(numberReply(added), 201);
  })
  .get("/:id", async (c) => {
    const number = await phoneNumber(c.get("scope"), c.get("services").db, c.req.param("id"));
    if (!number) throw notFound();
    return c.json(numberReply(number));
  })
  .delete("/:id", async (c) => {
    await removeNumber(c.get("scope"), c.get("services"), c.req.param("id"));
    return c.body(null, 204);
  });
