import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { AppError } from "../lib/errors.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";
import type { AppEnv } from "./context.ts";

// A guard against abuse: the platform counts approximately and per location.

/** Limits requests per IP address. If Cloudflare names none (tests, plain workerd), nothing is counted. */
export function limitByAddress() {
  return createMiddleware<AppEnv>(async function limitByAddress(c, next) {
    const address = c.req.header("cf-connecting-ip");
    if (address) await count(c, `address:${address}`);
    await next();
  });
}

/** Limits requests per operator, across all their addresses. */
export function limitByOperator() {
  return createMiddleware<AppEnv & SignedIn>(async function limitByOperator(c, next) {
    await count(c, `operator:${c.get("actor")}`);
    await next();
  });
}

/** Counts requests to addresses that do not exist, such as guessed ones, per IP address. */
export async function countUnknown<Env extends AppEnv>(c: Context<Env>): Promise<void> {
  const address = c.req.header("cf-connecting-ip");
  if (address) await count(c, `unknown:${address}`);
}

async function count<Env extends AppEnv>(c: Context<Env>, key: string): Promise<void> {
  const { success } = await c.get("services").apiLimit.limit({ key });
  if (!success) throw new AppError(429, "rate_limited", "Too many requests. Wait a minute, then try again.");
}
