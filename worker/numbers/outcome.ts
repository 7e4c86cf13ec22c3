import type { RetellFailure } from "../retell/failure.ts";
import { type Trouble, troubleOf } from "./retell-trouble.ts";

/** How far a job has come with a number. */
export type Outcome =
  | { kind: "connected" }
  /** Nothing of it is at Retell any more. */
  | { kind: "gone" }
  | { kind: "trouble"; trouble: Trouble; retryAfterSeconds: number | null }
  /** Look again at this instant. */
  | { kind: "later"; until: number }
  /** The operator wants something else by now: begin anew. */
  | { kind: "changed" };

export const CHANGED: Outcome = { kind: "changed" };

export function trouble(cause: Trouble): Outcome {
  return { kind: "trouble", trouble: cause, retryAfterSeconds: null };
}

export function troubleWith(failure: RetellFailure): Outcome {
  return { kind: "trouble", trouble: troubleOf(failure), retryAfterSeconds: failure.retryAfterSeconds };
}
