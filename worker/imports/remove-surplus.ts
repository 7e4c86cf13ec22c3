import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { discardVersion, pruneVersions, surplusVersions } from "./store/remove-versions.ts";
import type { Kind } from "./version.ts";

/** How many past versions keep their rows for an undo. The history keeps what is known about older ones. */
const VERSIONS_KEPT = 10;
const WAITING_KEPT = 5; // files that were sent and never activated
/** An upload that has not gone on for this long is given up. */
export const ABANDONED_MS = 86_400_000;

/**
 * Removes what a company no longer needs of a list. A failure is only logged, because the next file removes it anyway.
 */
export async function removeSurplus(scope: UserScope, { db, now }: Services, kind: Kind): Promise<void> {
  await quietly("surplus_not_removed", remove());

  async function remove() {
    const keep = { waiting: WAITING_KEPT, past: VERSIONS_KEPT, arrivingSince: now() - ABANDONED_MS };
    const { waiting, past } = await surplusVersions(scope, db, kind, keep);
    for (const id of waiting) await discardVersion(scope, db, { id, kind }, null);
    await pruneVersions(scope, db, kind, { ids: past, at: now() });
  }
}
