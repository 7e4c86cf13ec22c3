import type { RetellFailure } from "../retell/failure.ts";
import { type Trouble, troubleOf } from "./retell-trouble.ts";

/** The result of a job's work on a number. */
export type Outcome =
  | { kind: "connected" }
  /** Retell no longer has it. */
  | { kind: "gone" }
  | { kind: "trouble"; trouble: Trouble; retryAfterSeconds: number | null }
  /** Check again at this instant. */
  | { kind: "later"; until: number }
  /** The operator has changed the number in the meantime: start over. */
  | { kind: "changed" };

export const CHANGED: Outcome = { kind: "changed" };

export function trouble(cause: Trouble): Outcome {
  return { kind: "trouble", trouble: cause, retryAfterSeconds: null };
}

export function troubleWith(failure: RetellFailure): Outcome {
  return { kind: "trouble", trouble: troubleOf(failure), retryAfterSeconds: failure.retryAfterSeconds };
}
