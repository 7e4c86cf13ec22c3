import { type Context, Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { shortBody } from "../http/json-body.ts";
import { noSoonerThan } from "../lib/deadline.ts";
import { AppError } from "../lib/errors.ts";
import { createAuth } from "./auth.ts";

const LONGEST_BODY = 16_000; // bytes

// A known address takes more or fewer database writes than an unknown one. This minimum hides the difference.
const FLOOR_MS = 500;

const TWO_FACTOR = ["enable", "disable", "verify-totp", "verify-backup-code", "generate-backup-codes"].map(
  (name) => `/two-factor/${name}`,
);

/** The better-auth endpoints that we use. The others do not exist here. */
export const accountsRoute = new Hono<AppEnv>()
  .use(shortBody(LONGEST_BODY))
  .on("POST", ["/sign-up/email", "/request-password-reset", "/send-verification-email"], (c) =>
    noSoonerThan(FLOOR_MS, answer(c)),
  )
  .on("POST", ["/sign-in/email", "/sign-out", "/reset-password", "/revoke-sessions", "/change-password"], answer)
  .on("POST", TWO_FACTOR, answer)
  .on("GET", ["/get-session", "/verify-email", "/reset-password/:token"], answer)
  .all("/*", (c) => c.notFound());

async function answer(c: Context<AppEnv>): Promise<Response> {
  const response = await createAuth(c.get("services")).handler(c.req.raw);
  if (response.status < 500) return withoutToken(response);
  throw new AppError(500, "internal", "Something went wrong on our side. Try again in a moment."); // logged in auth.ts
}

/** The session's token is in a cookie that scripts cannot read, so no reply may repeat it. */
async function withoutToken(response: Response): Promise<Response> {
  if (!response.ok || !response.headers.get("content-type")?.startsWith("application/json")) return response;
  const text = await response.text();
  const told = JSON.stringify(JSON.parse(text), (key, value) => (key === "token" ? undefined : value));
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(told, { status: response.status, headers });
}
