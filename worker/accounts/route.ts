import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { shortBody } from "../http/json-body.ts";
import { noSoonerThan } from "../lib/deadline.ts";
import { createAuth } from "./auth.ts";

const LONGEST_BODY = 16_000; // bytes

// A known address takes a few database writes more than an unknown one, or fewer. Behind this floor nobody can tell.
const FLOOR_MS = 500;

/** better-auth's own endpoints, those that we use; its other ones are not there. */
export const accountsRoute = new Hono<AppEnv>()
  .use(shortBody(LONGEST_BODY))
  .on("POST", ["/sign-up/email", "/request-password-reset", "/send-verification-email"], (c) =>
    noSoonerThan(FLOOR_MS, createAuth(c.get("services")).handler(c.req.raw)),
  )
  .on("POST", ["/sign-in/email", "/sign-out", "/reset-password", "/change-password"], (c) =>
    createAuth(c.get("services")).handler(c.req.raw),
  )
  .on("POST", ["/revoke-session", "/revoke-sessions", "/revoke-other-sessions"], (c) =>
    createAuth(c.get("services")).handler(c.req.raw),
  )
  .on("GET", ["/get-session", "/list-sessions", "/verify-email", "/reset-password/:token"], (c) =>
    createAuth(c.get("services")).handler(c.req.raw),
  )
  .all("/*", (c) => c.notFound());
