import { forgetCall } from "../retell/forget-call.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { callsAtRetell, markForgotten } from "./store/retention.ts";

const BATCH = 40; // deletions requested from Retell at the same time
const BATCHES = 10; // per run, because a job has a time limit

/**
 * `done`: Retell has no copies any more. `refused`: how many
 * deletions it did not confirm; they are asked for again later.
 */
export type Forgotten = { done: boolean; refused: number };

/** Has Retell delete its copies of the calls before `before` (epoch milliseconds), the oldest first. */
export async function forgetAtRetell(scope: UserScope, services: Services, before: number): Promise<Forgotten> {
  const { db, settings, now } = services;
  for (let batch = 0; batch < BATCHES; batch++) {
    const left = await callsAtRetell(scope, db, before, BATCH);
    if (left.length === 0) return { done: true, refused: 0 };
    const confirmed = await Promise.all(left.map(({ callId }) => forgetCall(settings, callId)));
    const ids = left.filter((_, index) => confirmed[index]).map((call) => call.id);
    if (ids.length > 0) await markForgotten(scope, db, { ids, before: Math.min(before, now()), at: now() });
    // Retell may be busy, and asking again right away does not help.
    if (ids.length < left.length) return { done: false, refused: left.length - ids.length };
  }
  return { done: false, refused: 0 };
}
