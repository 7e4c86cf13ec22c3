const DAY_MS = 86_400_000;
const LEAST_CALLS = 10; // with fewer there is no pattern to compare with
const FIRST_CALL_DAYS = 7; // a new way that nobody has called by in a week is most likely not switched on
const TIMES_LONGEST = 2; // twice the longest silence of a month, which has four weekends in it

/**
 * Whether a silence this long is unlikely for this company. `calls` are the times of the calls in the last four weeks,
 * newest first; `since` is when the way was switched on. Epoch milliseconds.
 */
export function isUnlikelySilence(calls: number[], since: number, now: number): boolean {
  const last = calls[0];
  const quietFrom = Math.max(last ?? since, since);
  if (calls.length < LEAST_CALLS) return (last ?? 0) < since && now - since > FIRST_CALL_DAYS * DAY_MS;
  const gaps = calls.slice(1).map((earlier, index) => (calls[index] ?? earlier) - earlier);
  return now - quietFrom > Math.max(DAY_MS, TIMES_LONGEST * Math.max(...gaps));
}
