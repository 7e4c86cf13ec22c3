import { callsAtRetell, markForgotten } from "../calls/store/retention.ts";
import { log } from "../lib/log.ts";
import { forgetCall } from "../retell/forget-call.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Progress } from "./steps.ts";
import type { Closure } from "./store/closures.ts";

const AT_ONCE = 40; // requests to Retell
const STEPS = 10; // of one run
const EVER = Number.MAX_SAFE_INTEGER;

/** Has Retell delete its copies of all calls: after that nobody knows any more which they were. */
export async function forgetCallsAtRetell(scope: UserScope, services: Services, { id }: Closure): Promise<Progress> {
  const { db, settings, now } = services;
  for (let step = 0; step < STEPS; step++) {
    const left = await callsAtRetell(scope, db, EVER, AT_ONCE);
    if (left.length === 0) return "done";
    const forgotten = await Promise.all(left.map(({ callId }) => forgetCall(settings, callId)));
    const ids = left.filter((_, index) => forgotten[index]).map((call) => call.id);
    if (ids.length > 0) await markForgotten(scope, db, { ids, before: now(), at: now() });
    if (ids.length === left.length) continue;
    log("closure_waits_for_retell", { id, count: left.length - ids.length });
    return "waiting";
  }
  return "more";
}
