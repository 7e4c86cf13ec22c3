import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { AppError } from "../lib/errors.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";
import type { AppEnv } from "./context.ts";

// An abuse guard: the platform counts approximately and for each location.

/** Slows down an address that asks too often. Where Cloudflare names none (tests, a bare workerd) nothing is counted. */
export function limitByAddress() {
  return createMiddleware<AppEnv>(async function limitByAddress(c, next) {
    const address = c.req.header("cf-connecting-ip");
    if (address) await count(c, `address:${address}`);
    await next();
  });
}

/** Slows down an operator who asks too often, from however many addresses. */
export function limitByOperator() {
  return createMiddleware<AppEnv & SignedIn>(async function limitByOperator(c, next) {
    await count(c, `operator:${c.get("actor")}`);
    await next();
  });
}

async function count<Env extends AppEnv>(c: Context<Env>, key: string): Promise<void> {
  const { success } = await c.get("services").apiLimit.limit({ key });
  if (!success) throw new AppError(429, "rate_limited", "Too many requests. Wait a minute, then try again.");
}
