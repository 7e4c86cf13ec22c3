/** A call's own clock. It starts now and advances with what is said and awaited, so a three-minute call takes no time. */
export type CallClock = { started: number; now: () => number; advance: (ms: number) => void };

export function callClock(started: number): CallClock {
  let passed = 0;
  return {
    started,
    now: () => started + Math.round(passed),
    advance(ms) {
      passed += ms;
    },
  };
}
