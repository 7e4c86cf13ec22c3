import { expect, it } from "vitest";
import type { Call } from "./call-object.ts";
import { systemVariable } from "./system-variables.ts";

const START = Date.parse("2024-03-29T06:46:00Z");
const CALL: Call = {
  call_type: "phone_call",
  call_id: "call_1",
  agent_id: "agent_1",
  agent_version: 0,
  call_status: "ongoing",
  from_number: "+16025550100",
  to_number: "+15205550142",
  direction: "inbound",
  data_storage_setting: "everything",
  opt_in_signed_url: false,
  start_timestamp: START,
  transcript: "",
  transcript_object: [],
  transcript_with_tool_calls: [],
  latency: {},
};

it.each([
  ["user_number", "+16025550100"],
  ["agent_number", "+15205550142"],
  ["call_id", "call_1"],
  ["direction", "inbound"],
  ["current_time", "Thursday, March 28, 2024 at 11:46 PM PDT"],
  ["current_time_America/New_York", "Friday, March 29, 2024 at 2:46 AM EDT"],
  ["current_hour_America/Phoenix", "23.77"],
  ["session_duration_ms", "0"],
  ["current_time_Mars", undefined],
  ["company_name", undefined],
])("%s is %s", (name, value) => {
  expect(systemVariable(name, CALL, START)).toBe(value);
});

it("the calendar has fourteen days", () => {
  expect(systemVariable("current_calendar_America/Phoenix", CALL, START)?.split("\n")).toHaveLength(14);
});
