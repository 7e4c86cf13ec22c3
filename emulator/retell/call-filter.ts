import { z } from "zod";
import { RetellError } from "../errors.ts";
import type { Call } from "./call-object.ts";

const StringFilter = z.object({
  type: z.literal("string"),
  op: z.enum(["eq", "ne", "sw", "ew", "co"]),
  value: z.string(),
});
const NumberFilter = z.object({
  type: z.literal("number"),
  op: z.enum(["eq", "ne", "gt", "ge", "lt", "le"]),
  value: z.number(),
});
const RangeFilter = z.object({
  type: z.literal("range"),
  op: z.literal("bt"),
  value: z.tuple([z.number(), z.number()]),
});
const EnumFilter = z.object({ type: z.literal("enum"), op: z.literal("in"), value: z.array(z.string()) });
const BooleanFilter = z.object({ type: z.literal("boolean"), op: z.literal("eq"), value: z.boolean() });
const PresentFilter = z.object({ type: z.literal("present"), op: z.enum(["pr", "np"]) });
const Filter = z.discriminatedUnion("type", [
  StringFilter,
  NumberFilter,
  RangeFilter,
  EnumFilter,
  BooleanFilter,
  PresentFilter,
]);
const KeyedFilter = z.object({ key: z.string() }).and(Filter);
const AgentFilter = z.looseObject({ agent_id: z.string(), version: z.array(z.number()).optional() });
type Filter = z.output<typeof Filter>;

const FIELDS: Record<string, (call: Call) => unknown> = {
  call_id: (call) => call.call_id,
  call_status: (call) => call.call_status,
  call_type: (call) => call.call_type,
  direction: (call) => call.direction,
  from_number: (call) => call.from_number,
  to_number: (call) => call.to_number,
  disconnection_reason: (call) => call.disconnection_reason,
  start_timestamp: (call) => call.start_timestamp,
  end_timestamp: (call) => call.end_timestamp,
  duration_ms: (call) => call.duration_ms,
  combined_cost: (call) => call.call_cost?.combined_cost,
  data_storage_setting: (call) => call.data_storage_setting,
  user_sentiment: (call) => call.call_analysis?.user_sentiment,
  call_successful: (call) => call.call_analysis?.call_successful,
  in_voicemail: (call) => call.call_analysis?.in_voicemail,
};
const KEYED: Record<string, (call: Call, key: string) => unknown> = {
  metadata: (call, key) => call.metadata?.[key],
  dynamic_variables: (call, key) => call.retell_llm_dynamic_variables?.[key],
  custom_analysis_data: (call, key) => call.call_analysis?.custom_analysis_data[key],
};

/** The test described by a list-calls `filter_criteria` (all conditions must hold); 400 for an unknown filter. */
export function callFilter(criteria: Record<string, unknown>): (call: Call) => boolean {
  const tests = Object.entries(criteria).map(([name, value]) => fieldTest(name, value));
  return (call) => tests.every((test) => test(call));
}

function fieldTest(name: string, value: unknown): (call: Call) => boolean {
  if (name === "agent") {
    const agents = parse(name, z.array(AgentFilter), value);
    return (call) =>
      agents.some((a) => a.agent_id === call.agent_id && (a.version?.includes(call.agent_version) ?? true));
  }
  const keyed = KEYED[name];
  if (keyed !== undefined) {
    const filters = parse(name, z.array(KeyedFilter), value);
    return (call) => filters.every((f) => holds(f, keyed(call, f.key)));
  }
  const field = FIELDS[name];
  if (field === undefined) throw new RetellError(400, `request/body/filter_criteria/${name} is not a known filter`);
  const filter = parse(name, Filter, value);
  return (call) => holds(filter, field(call));
}

function parse<S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new RetellError(400, `request/body/filter_criteria/${name} is not a valid filter`);
  return result.data;
}

function holds(filter: Filter, actual: unknown): boolean {
  switch (filter.type) {
    case "present":
      return (actual !== undefined && actual !== null) === (filter.op === "pr");
    case "boolean":
      return actual === filter.value;
    case "enum":
      return typeof actual === "string" && filter.value.includes(actual);
    case "range":
      return typeof actual === "number" && actual >= filter.value[0] && actual <= filter.value[1];
    case "number":
      return typeof actual === "number" && NUMBER_TESTS[filter.op](actual, filter.value);
    case "string":
      return typeof actual === "string" && STRING_TESTS[filter.op](actual, filter.value);
  }
}

const NUMBER_TESTS = {
  eq: (a: number, b: number) => a === b,
  ne: (a: number, b: number) => a !== b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
};
const STRING_TESTS = {
  eq: (a: string, b: string) => a === b,
  ne: (a: string, b: string) => a !== b,
  sw: (a: string, b: string) => a.startsWith(b),
  ew: (a: string, b: string) => a.endsWith(b),
  co: (a: string, b: string) => a.includes(b),
};
