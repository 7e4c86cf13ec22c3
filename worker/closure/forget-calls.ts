import { forgetAtRetell } from "../calls/forget-at-retell.ts";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Progress } from "./steps.ts";
import type { Closure } from "./store/closures.ts";

const EVERY_CALL = Number.MAX_SAFE_INTEGER;

/** Has Retell delete its copies of all calls, while our rows still say which calls they were. */
export async function forgetCallsAtRetell(scope: UserScope, services: Services, { id }: Closure): Promise<Progress> {
  const { done, refused } = await forgetAtRetell(scope, services, EVERY_CALL);
  if (refused === 0) return done ? "done" : "more";
  log("closure_waits_for_retell", { id, count: refused });
  return "waiting";
}
