import { Hono } from "hono";
import { except } from "hono/combine";
import { accountsRoute } from "../accounts/route.ts";
import { limitByAddress, limitByOperator } from "../http/api-limit.ts";
import type { AppEnv } from "../http/context.ts";
import { answerError, errorResponse } from "../http/errors.ts";
import { shortBody } from "../http/json-body.ts";
import { knownQuery } from "../http/known-query.ts";
import { continued } from "../http/later.ts";
import { noStore } from "../http/no-store.ts";
import { notFound } from "../lib/errors.ts";
import { operatorGate } from "../tenancy/operator-gate.ts";
import { sameOrigin } from "../tenancy/same-origin.ts";
import { api } from "./routes.ts";

/** Uploads have their own limit and are read only after the gate knows whose they are. */
const LONG_BODIES = ["/api/imports", "/api/imports/:id/pages/:n"];

/** Everything the dashboard requests: accounts are open to everybody, the rest needs a confirmed operator or an API key. */
export const apiDoor = new Hono<AppEnv>()
  .onError(answerError)
  .notFound((c) => errorResponse(notFound(), c.get("requestId")))
  .use(continued(), noStore(), limitByAddress(), sameOrigin())
  .route("/api/auth", accountsRoute)
  .use("/api/*", except(LONG_BODIES, shortBody()), operatorGate(), limitByOperator(), knownQuery())
  .route("/api", api);
