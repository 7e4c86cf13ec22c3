import { CALL_REASONS } from "../../worker/calls/call-reasons.ts";
import { LOOKUP_OUTCOMES } from "../../worker/tools/lookup-outcome.ts";

/** How transfers of callers turned out, in words. */
export const TRANSFER_WORDS = {
  offered: "Driver could be called",
  tried: "Tried",
  connected: "Put through",
  failed: "Nobody took it",
} as const;

export const REASON_WORDS = { ...CALL_REASONS, unknown: "Not analyzed" } as const;

const WORDS: Record<string, { title: string; values: Record<string, string> }> = {
  transfer: { title: "Transfer", values: TRANSFER_WORDS },
  look_up: { title: "Look-up", values: LOOKUP_OUTCOMES },
  reason: { title: "Reason", values: REASON_WORDS },
};

/** A filter of the list of calls that only a figure can set, in words; "" for any other filter. */
export function countedText(filter: string, value: string | undefined): string {
  if (!value) return "";
  if (filter === "number_id") return "One of your numbers";
  const words = WORDS[filter];
  return words ? `${words.title}: ${words.values[value] ?? value}` : "";
}
