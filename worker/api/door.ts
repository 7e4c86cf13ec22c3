import { Hono } from "hono";
import { accountsRoute } from "../accounts/route.ts";
import { limitByAddress, limitByOperator } from "../http/api-limit.ts";
import type { AppEnv } from "../http/context.ts";
import { answerError, errorResponse } from "../http/errors.ts";
import { shortBody } from "../http/json-body.ts";
import { continued } from "../http/later.ts";
import { noStore } from "../http/no-store.ts";
import { notFound } from "../lib/errors.ts";
import { sameOrigin } from "../tenancy/same-origin.ts";
import { sessionGate } from "../tenancy/session-gate.ts";
import { api } from "./routes.ts";

/** Everything that the dashboard asks: accounts are open to everybody, the rest to a confirmed operator. */
export const apiDoor = new Hono<AppEnv>()
  .onError(answerError)
  .notFound((c) => errorResponse(notFound(), c.get("requestId")))
  .use(continued(), noStore(), limitByAddress(), sameOrigin())
  .route("/api/auth", accountsRoute)
  .use("/api/*", shortBody(), sessionGate(), limitByOperator())
  .route("/api", api);
