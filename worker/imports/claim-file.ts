import { AppError } from "../lib/errors.ts";
import { claimUse } from "../retell/store/usage.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";

const MOST_AN_HOUR = 120; // a file every thirty seconds; nobody's bookings change faster

/**
 * Counts a file before anything is read from it, so that one that is refused or unchanged counts as well. The hour is
 * the clock's.
 * @throws AppError 429
 */
export async function claimFile(scope: UserScope, { db, now }: Services): Promise<void> {
  const [day, clock] = new Date(now()).toISOString().split("T", 2) as [string, string]; // always has both
  const use = { day, what: `import.${clock.slice(0, 2)}`, most: MOST_AN_HOUR };
  if (await claimUse(scope, db, use)) return;
  throw new AppError(
    429,
    "rate_limited",
    `More than ${MOST_AN_HOUR} files came within an hour. Send the next one later.`,
    { retryAfterSeconds: Math.ceil((3_600_000 - (now() % 3_600_000)) / 1000) },
  );
}
