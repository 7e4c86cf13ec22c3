/** How many rides lie ahead in the list that callers hear, and how many of those another list leaves out. */
export type Coming = { rides: number; dropped: number };

/** A push that is held waits for the operator, so the few rides that an evening cancels must not hold it. */
const FEWEST_HELD = 5;

/**
 * Whether a list leaves out so many coming rides that it may be the wrong file (another day's, a filtered export): more
 * than a third of them. Then the operator is asked before callers hear it.
 */
export function leavesOutMany({ rides, dropped }: Coming): boolean {
  return dropped * 3 > rides;
}

/** Whether a list that was to be activated as it came, unseen, waits for the operator instead. */
export function isHeld(coming: Coming): boolean {
  return leavesOutMany(coming) && coming.dropped >= FEWEST_HELD;
}
