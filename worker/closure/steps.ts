/**
 * What a company on its way out goes through, in this order. What waits for Retell comes as late as it can: which calls
 * Retell has to delete stands in the records.
 */
export const CLOSURE_STEPS = ["numbers", "secrets", "archive", "snapshots", "calls", "records", "account"] as const;

export type ClosureStep = (typeof CLOSURE_STEPS)[number];

/** How far a step came. `more`: one run may not do all of it. `waiting`: for somebody else. `again`: from the first step. */
export type Progress = "done" | "more" | "waiting" | "again";

/** What is going on, for the operator. */
export const STEP_WORDS: Record<ClosureStep, string> = {
  numbers: "Your phone numbers are being let go.",
  secrets: "The passwords of your phone lines are being destroyed.",
  archive: "Transcripts and recordings are being deleted.",
  snapshots: "What your agent would say in an emergency is being deleted.",
  calls: "What the phone service keeps of your calls is being deleted.",
  records: "Reservations, drivers, calls and messages are being deleted.",
  account: "Your account is being removed.",
};

/** Null after the last one. */
export function stepAfter(step: ClosureStep): ClosureStep | null {
  return CLOSURE_STEPS[CLOSURE_STEPS.indexOf(step) + 1] ?? null;
}
