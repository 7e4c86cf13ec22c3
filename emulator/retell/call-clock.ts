/** A call's own time. It begins now and moves by what is said and awaited, so that a three-minute call takes no minutes. */
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
