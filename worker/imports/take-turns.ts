import { inTurns, type Steps } from "../lib/steps.ts";

/** Rows between two pauses: a few milliseconds of work for a list of the usual width. */
const ROWS_A_TURN = 256;

/** Reads a list without holding up the calls that ring in the same isolate meanwhile. */
export function takeTurns<Result>(steps: Steps<Result>): Promise<Result> {
  return inTurns(steps, { rows: ROWS_A_TURN, pause: () => scheduler.wait(0) });
}
