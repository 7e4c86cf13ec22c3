import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { leavesOutMany } from "./coming-rides.ts";
import type { ImportReply } from "./import-reply.ts";
import { comingRides, droppedRides } from "./store/coming-rides.ts";
import type { Version } from "./store/imports.ts";

const SAMPLE = 5; // enough to recognise a wrong file

/**
 * What activating a version would do to the coming rides. Null if it takes none away: a list of drivers, a list that is
 * added on top, or one that is already current or cannot be activated.
 */
export async function showComing(
  scope: UserScope,
  { db, now }: Services,
  version: Version,
): Promise<ImportReply["coming"]> {
  if (!mayReplace(version)) return null;
  const at = { id: version.id, now: now() };
  const coming = await comingRides(scope, db, at);
  const asks_first = leavesOutMany(coming);
  return { ...coming, asks_first, sample: asks_first ? await droppedRides(scope, db, { ...at, limit: SAMPLE }) : [] };
}

/** A list that was once added on top is a whole list afterwards. */
function mayReplace({ kind, state, current, prunedAt, mode, activatedAt }: Version): boolean {
  const activatable = state === "ready" && current !== 1 && prunedAt === null;
  return kind === "reservations" && activatable && (mode === "replace" || activatedAt !== null);
}
