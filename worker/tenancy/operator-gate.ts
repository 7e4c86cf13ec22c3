import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/context.ts";
import { keyGate } from "./key-gate.ts";
import { type SignedIn, sessionGate } from "./session-gate.ts";

/** Lets through signed-in operators and dispatch systems with an API key. */
export function operatorGate() {
  const [bySession, byKey] = [sessionGate(), keyGate()];
  return createMiddleware<AppEnv & SignedIn>(async function operatorGate(c, next) {
    return /^Bearer\b/i.test(c.req.header("authorization") ?? "") ? byKey(c, next) : bySession(c, next);
  });
}
