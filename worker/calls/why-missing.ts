import type { Outcome } from "./ended-because.ts";
import { keptSince } from "./purge.ts";

const SETTLED_MS = 15 * 60_000; // by then Retell has sent everything and it is archived

export type Missing = "not_yet" | "removed" | "none";

type Kept = { name: string | null; at: number; endedAt: number | null; outcome: Outcome; status: string };

/** Why a call's transcript or recording is missing; null if it is there. `days` is how long the company keeps it. */
export function whyMissing({ name, at, endedAt, outcome, status }: Kept, days: number, now: number): Missing | null {
  if (name !== null) return null;
  if (outcome === "live") return "not_yet";
  if (at < keptSince(days, now)) return "removed";
  if (status === "not_connected") return "none";
  return now - (endedAt ?? at) < SETTLED_MS ? "not_yet" : "none";
}
