/**
 * Long work that can pause: each yield says how many rows were handled since the one before. Rows and not milliseconds,
 * because a Worker's clock stands still while it computes.
 */
export type Steps<Result> = Generator<number, Result, void>;

const ROWS_A_STEP = 64;

/** Does all of it without a pause, where nobody else is waiting. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lets others go first after every `rows` rows: `pause` waits for the next turn of the event loop. */
export async function inTurns<Result>(
  steps: Steps<Result>,
  { rows, pause }: { rows: number; pause: () => Promise<unknown> },
): Promise<Result> {
  let since = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    since += step.value;
    if (since < rows) continue;
    since = 0;
    await pause();
  }
}

/** Visits every row, a few at a time. */
export function* eachRow<Row>(rows: Iterable<Row>, visit: (row: Row, index: number) => void): Steps<void> {
  let index = 0;
  for (const row of rows) {
    visit(row, index);
    index++;
    if (index % ROWS_A_STEP === 0) yield ROWS_A_STEP;
  }
}

/** `rows.map(change)`, a few at a time. */
export function* mapRows<Row, Changed>(rows: Row[], change: (row: Row, index: number) => Changed): Steps<Changed[]> {
  const changed: Changed[] = [];
  yield* eachRow(rows, (row, index) => changed.push(change(row, index)));
  return changed;
}
