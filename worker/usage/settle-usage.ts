import { violatesUnique } from "../db/unique-violation.ts";
import type { Services } from "../services.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import { billedMinutes, isFinished } from "./billed-minutes.ts";
import { knownTest, settleEntries } from "./settle-entries.ts";
import { callToBill, insertEntries } from "./store/ledger.ts";
import { testCall } from "./test-call.ts";

const MOST_TRIES = 5; // each time, another job has just settled the same call

/**
 * Brings the ledger in line with what is known of a call, in whatever order and however often its events come. Does
 * nothing before the call is over. It runs right after an event is stored, and again when the event is archived.
 */
export async function settleUsage(
  scope: TenantScope,
  { db, now }: Pick<Services, "db" | "now">,
  callId: string,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const found = await callToBill(scope, db, callId);
    if (!found || !isFinished(found.call)) return;
    const entries = settleEntries(found.entries, entryOf(found));
    if (entries.length === 0) return;
    try {
      return await insertEntries(scope, db, { callId, after: found.entries.length, entries, now: now() });
    } catch (error) {
      if (tries === MOST_TRIES || !violatesUnique(error, "usage_entries.n")) throw error;
    }
  }
}

function entryOf({ call, numbers, config, entries }: NonNullable<Awaited<ReturnType<typeof callToBill>>>) {
  const at = call.startedAt ?? call.createdAt;
  const test =
    knownTest(entries) ??
    testCall({
      startedAt: at,
      fromNumber: call.fromNumber,
      verifiedAt: numbers.find(({ phoneNumber }) => phoneNumber === call.ownNumber)?.verifiedAt ?? null,
      operatorPhone: config?.operatorPhone ?? null,
      ownNumbers: [config?.officePhone ?? null, ...numbers.map(({ phoneNumber }) => phoneNumber)],
    });
  return { at, calls: 1, costMillicents: Math.round((call.costCents ?? 0) * 1000), ...billedMinutes(call, test) };
}
