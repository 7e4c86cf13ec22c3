import { z } from "zod";

export type FaultRule = z.output<typeof FaultRule>;
export type FaultKind = FaultRule["kind"];
export type FaultPlace = FaultRule["where"];
export type Faults = {
  take: (where: FaultPlace, names: string[], kinds: readonly FaultKind[]) => FaultRule | undefined;
};

/** Faults of a single try, unlike those of a whole event (lost, duplicated, reordered). */
export const TRY_FAULTS = ["slow", "429", "500", "error_after"] as const satisfies FaultKind[];

/** Faults that only apply to REST requests. */
const REST_ONLY: string[] = ["late", "drop_after", "refuse"];

export const FaultRule = z
  .strictObject({
    where: z.enum(["rest", "inbound", "tool", "event"]),
    match: z.string().min(1).optional(), // beginning of a path (or method and path), a tool's or an event's name
    kind: z.enum(["slow", "late", "429", "500", "refuse", "drop", "drop_after", "duplicate", "reorder", "error_after"]),
    skip: z.number().int().min(0).default(0), // this many matches pass first
    times: z.number().int().min(1).optional(), // without it the rule applies until it is cleared
    delay_ms: z.number().int().min(0).max(120_000).default(3_000),
    retry_after: z.number().min(0).optional(), // seconds
    status: z.number().int().min(400).max(599).default(400), // of "refuse"
    message: z.string().default("The request was refused."), // of "refuse"
  })
  .refine((r) => r.kind !== "reorder" || r.where === "event", "only events can be reordered")
  .refine((r) => r.kind !== "duplicate" || r.where !== "rest", "a REST request cannot be duplicated")
  .refine((r) => r.where === "rest" || !REST_ONLY.includes(r.kind), "this fault only applies to REST requests");

export const FaultRules = z.array(FaultRule).max(100);

/** Rules in order; the first match that has times left applies and counts down. */
export function faultList(rules: FaultRule[], otherwise?: Faults): Faults & { set: (rules: FaultRule[]) => void } {
  let left = counted(rules);
  return {
    set(next) {
      left = counted(next);
    },
    take(where, names, kinds) {
      const fitting = left.filter(
        ({ rule, times }) =>
          times > 0 &&
          rule.where === where &&
          kinds.includes(rule.kind) &&
          (rule.match === undefined || names.some((name) => name.startsWith(rule.match ?? ""))),
      );
      const fits = fitting.find(({ skip }) => skip === 0);
      for (const one of fitting) one.skip = Math.max(one.skip - 1, 0);
      if (fits === undefined) return otherwise?.take(where, names, kinds);
      fits.times -= 1;
      return fits.rule;
    },
  };
}

function counted(rules: FaultRule[]): { rule: FaultRule; times: number; skip: number }[] {
  return rules.map((rule) => ({ rule, times: rule.times ?? Number.POSITIVE_INFINITY, skip: rule.skip }));
}
