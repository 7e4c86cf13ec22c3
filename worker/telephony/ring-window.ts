/** Connecting the office's leg, and the way back to us if its line forwards the call. */
export const RING_MARGIN_MS = 10_000;

/** Whether an office that nobody told us about since may still ring, by the longest time that it is rung. */
export function mayStillRing(receivedAt: number, ringSeconds: number, now: number): boolean {
  return now < receivedAt + ringSeconds * 1000 + RING_MARGIN_MS;
}
