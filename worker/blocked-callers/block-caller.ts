import type * as z from "zod";
import { refreshSnapshots } from "../inbound/refresh-snapshots.ts";
import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { newBlock } from "./block-schema.ts";
import * as store from "./store/blocked-callers.ts";

const MOST_BLOCKED = 500; // the list has no pages; nobody blocks that many by hand

/**
 * Blocks a caller from the next ring on, even while the database is out of reach.
 * @throws AppError 409 when the caller is already blocked, or 500 callers are
 */
export async function blockCaller(
  scope: UserScope,
  services: Services,
  { phone_number, note }: z.output<typeof newBlock>,
): Promise<store.BlockedCaller> {
  if ((await store.countBlockedCallers(scope, services.db)) >= MOST_BLOCKED) {
    const reason = `You have blocked ${MOST_BLOCKED} callers, which is the maximum. Unblock one first.`;
    throw new AppError(409, "conflict", reason);
  }
  const blocked = await store.blockCaller(scope, services.db, { phoneE164: phone_number, note });
  if (!blocked) {
    const reason = "This caller is already blocked.";
    throw new AppError(409, "already_blocked", reason, { fields: { phone_number: reason } });
  }
  await refreshSnapshots(scope, services);
  return blocked;
}

/** @throws AppError 404 */
export async function unblockCaller(scope: UserScope, services: Services, id: string): Promise<void> {
  if (!(await store.unblockCaller(scope, services.db, id))) throw notFound();
  await refreshSnapshots(scope, services);
}
