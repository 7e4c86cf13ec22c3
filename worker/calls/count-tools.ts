import { keysOf } from "../lib/field-table.ts";
import { LOOKUP_OUTCOMES, type LookupOutcome, outcomeOf } from "../tools/lookup-outcome.ts";
import type { Turn } from "./transcript.ts";

/**
 * What the agent did during a call: how often it looked up a reservation, with what result, and whether it transferred.
 */
export type ToolCounts = {
  lookups: number;
  byOutcome: Record<LookupOutcome, number>;
  /** Whether a look-up allowed a transfer to the driver. */
  transferOffered: boolean;
  /** Whether the agent tried to put the caller through, to the driver or the office. */
  transferTried: boolean;
};

/** A look-up without a result, because the call ended meanwhile, counts only in `lookups`. */
export function countTools(turns: Turn[]): ToolCounts {
  const calls = turns.filter(({ role }) => role === "tool_call");
  const results = turns.filter(({ role, name }) => role === "tool_result" && name === "check_reservation");
  const outcomes = results.flatMap(({ result }) => (result ? [outcomeOf(result)] : []));
  const counted = keysOf(LOOKUP_OUTCOMES).map((outcome) => [outcome, outcomes.filter((o) => o === outcome).length]);
  return {
    lookups: calls.filter(({ name }) => name === "check_reservation").length,
    byOutcome: Object.fromEntries(counted) as Record<LookupOutcome, number>, // every outcome was counted
    transferOffered: results.some(({ result }) => result?.transfer_available === true),
    transferTried: calls.some(({ name }) => name?.startsWith("transfer_")),
  };
}
