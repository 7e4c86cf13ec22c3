/** How many rides lie ahead in the list that callers hear, and how many of those another list leaves out. */
export type Coming = { rides: number; dropped: number };

/** A held push waits for the operator, so the few rides that are cancelled in one evening must not hold it. */
const FEWEST_HELD = 5;

/**
 * Whether a list leaves out so many coming rides (more than a third) that it may be the wrong file, such as another
 * day's or a filtered export. Then the operator is asked before callers hear it.
 */
export function leavesOutMany({ rides, dropped }: Coming): boolean {
  return dropped * 3 > rides;
}

/** Whether a list that should have been activated unseen waits for the operator instead. */
export function isHeld(coming: Coming): boolean {
  return leavesOutMany(coming) && coming.dropped >= FEWEST_HELD;
}
