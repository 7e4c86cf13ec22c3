import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { listQuery } from "../http/page-query.ts";
import { notFound } from "../lib/errors.ts";
import { addNumber } from "../numbers/add-number.ts";
import { buyNumber, purchaseBody, showPurchases } from "../numbers/buy-number.ts";
import { changeNumber } from "../numbers/change-number.ts";
import { latestRings } from "../numbers/latest-rings.ts";
import { numberReply } from "../numbers/number-reply.ts";
import { newNumber, numberChange } from "../numbers/number-schema.ts";
import { removeNumber } from "../numbers/remove-number.ts";
import { connectNumber } from "../numbers/request-connection.ts";
import { phoneNumber, phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { setUpRoute } from "../route-setup/set-up.ts";
import { setupBody, undoQuery } from "../route-setup/setup-schema.ts";
import { lookAtNumber, showSetup } from "../route-setup/show-setup.ts";
import { leaveAsIs, undoSetup } from "../route-setup/undo-setup.ts";
import { downloadFlow } from "../telephony/download-flow.ts";
import { renewToken, saveRoute, trySipLeg } from "../telephony/number-route.ts";
import { routeBody } from "../telephony/route-schema.ts";
import { showCalls } from "../telephony/show-calls.ts";
import { showRoute } from "../telephony/show-route.ts";
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
  .get("/purchases", async (c) => c.json(await showPurchases(c.get("scope"), c.get("services"))))
  .post("/purchases", jsonBody(purchaseBody), async (c) => {
    const bought = await buyNumber(c.get("scope"), c.get("services"), c.req.valid("json"));
    return "number" in bought ? c.json(numberReply(bought.number), 201) : c.json(bought.pending, 201);
  })
  .get("/:id", async (c) => {
    const number = await phoneNumber(c.get("scope"), c.get("services").db, c.req.param("id"));
    if (!number) throw notFound();
    return c.json(numberReply(number));
  })
  .patch("/:id", jsonBody(numberChange), async (c) => {
    const changed = await changeNumber(c.get("scope"), c.get("services"), c.req.param("id"), c.req.valid("json"));
    return c.json(numberReply(changed));
  })
  .delete("/:id", async (c) => {
    const leaving = await removeNumber(c.get("scope"), c.get("services"), c.req.param("id"));
    return leaving ? c.json(numberReply(leaving), 202) : c.body(null, 204);
  })
  .post("/:id/connection", async (c) => {
    const number = await connectNumber(c.get("scope"), c.get("services"), c.req.param("id"));
    return c.json(numberReply(number), 202);
  })
  .get("/:id/route", async (c) => c.json(await showRoute(c.get("scope"), c.get("services"), c.req.param("id"))))
  .put("/:id/route", jsonBody(routeBody), async (c) => {
    await saveRoute(c.get("scope"), c.get("services"), c.req.param("id"), c.req.valid("json"));
    return c.json(await showRoute(c.get("scope"), c.get("services"), c.req.param("id")));
  })
  .post("/:id/route/token", async (c) => {
    await renewToken(c.get("scope"), c.get("services"), c.req.param("id"));
    return c.json(await showRoute(c.get("scope"), c.get("services"), c.req.param("id")), 201);
  })
  .post("/:id/route/sip-probe", async (c) => {
    await trySipLeg(c.get("scope"), c.get("services"), c.req.param("id"));
    return c.json(await showRoute(c.get("scope"), c.get("services"), c.req.param("id")), 201);
  })
  .get("/:id/route/setup", async (c) => c.json(await showSetup(c.get("scope"), c.get("services"), c.req.param("id"))))
  .get("/:id/route/setup/number", async (c) =>
    c.json(await lookAtNumber(c.get("scope"), c.get("services"), c.req.param("id"))),
  )
  .post("/:id/route/setup", jsonBody(setupBody), async (c) => {
    await setUpRoute(c.get("scope"), c.get("services"), c.req.param("id"), c.req.valid("json"));
    return c.json(await showSetup(c.get("scope"), c.get("services"), c.req.param("id")), 201);
  })
  .delete("/:id/route/setup", listQuery(undoQuery), async (c) => {
    const undo = c.req.valid("query").leave_as_is === "true" ? leaveAsIs : undoSetup;
    await undo(c.get("scope"), c.get("services"), c.req.param("id"));
    return c.body(null, 204);
  })
  .get("/:id/route/calls", listQuery(z.object({ since: z.string().optional() })), async (c) => {
    const { since } = c.req.valid("query");
    return c.json(await showCalls(c.get("scope"), c.get("services"), c.req.param("id"), since));
  })
  .get("/:id/route/studio-flow.json", async (c) => {
    const flow = await downloadFlow(c.get("scope"), c.get("services"), c.req.param("id"));
    c.header("content-disposition", 'attachment; filename="nightdesk-studio-flow.json"');
    return c.json(flow);
  })
  .get("/:id/rings", listQuery(z.object({ since: z.string().optional() })), async (c) => {
    const { since } = c.req.valid("query");
    return c.json(await latestRings(c.get("scope"), c.get("services"), c.req.param("id"), since));
  });
