/**
 * The steps of a closure, in order. Waiting for Retell comes as late as possible, but before `records`, because the
 * records say which calls Retell has to delete.
 */
export const CLOSURE_STEPS = ["numbers", "secrets", "archive", "snapshots", "calls", "records", "account"] as const;

export type ClosureStep = (typeof CLOSURE_STEPS)[number];

/** How far a step came. `more`: continue in another run. `waiting`: for somebody else. `again`: restart at the first step. */
export type Progress = "done" | "more" | "waiting" | "again";

/** What the operator reads while the step runs. */
export const STEP_WORDS: Record<ClosureStep, string> = {
  numbers: "Your phone numbers are being put back as they were and released.",
  secrets: "The passwords of your phone lines are being deleted.",
  archive: "Transcripts and recordings are being deleted.",
  snapshots: "The answers kept for outages are being deleted.",
  calls: "The phone service is deleting its copies of your calls.",
  records: "Reservations, drivers, calls and messages are being deleted.",
  account: "Your account is being removed.",
};

/** Null after the last step. */
export function stepAfter(step: ClosureStep): ClosureStep | null {
  return CLOSURE_STEPS[CLOSURE_STEPS.indexOf(step) + 1] ?? null;
}
