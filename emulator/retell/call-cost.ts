import type { CallCost, Spread } from "./call-object.ts";

// Cents per minute, Retell's price list of 2026-09 with a Retell voice and gpt-4.1; own SIP trunks are free.
const CENTS_PER_MINUTE = { retell_voice_engine: 5.5, retell_tts: 1.5, "gpt-4.1": 4.5 };

export function callCost(durationMs: number): CallCost {
  const seconds = Math.ceil(durationMs / 1000); // billed per second
  const product_costs = Object.entries(CENTS_PER_MINUTE).map(([product, cents]) => ({
    product,
    unit_price: round(cents / 60),
    cost: round((cents / 60) * seconds),
  }));
  const perSecond = Object.values(CENTS_PER_MINUTE).reduce((sum, cents) => sum + cents / 60, 0);
  return {
    product_costs,
    total_duration_seconds: seconds,
    total_duration_unit_price: round(perSecond),
    combined_cost: round(perSecond * seconds),
  };
}

/** Percentiles by nearest rank; undefined for no values. */
export function spread(values: number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  if (sorted.length === 0) return undefined;
  return {
    p50: rank(0.5),
    p90: rank(0.9),
    p95: rank(0.95),
    p99: rank(0.99),
    max: rank(1),
    min: rank(0),
    num: sorted.length,
    values,
  };
}

function round(cents: number): number {
  return Math.round(cents * 10_000) / 10_000;
}
