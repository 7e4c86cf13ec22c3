import { SUN_CITY_EXPRESS as CITY } from "../../drizzle/seed/companies.ts";
import type { Bindings } from "../env.ts";
import { fromRetell, send } from "./app.ts";

export const START = 1_780_012_672_105;

const base = {
  call_type: "phone_call",
  agent_id: "agent_1",
  from_number: "+16025550111",
  to_number: CITY.phoneNumber,
  direction: "inbound",
  start_timestamp: START,
};

const said = [
  { role: "agent", content: "Hello é", words: [{ word: "Hello", start: 0.32, end: 1 }] },
  { role: "user", content: "When is my ride?", words: [{ word: "When", start: 2.5, end: 3 }] },
];

const withTools = [
  ...said,
  {
    role: "tool_call_invocation",
    tool_call_id: "t1",
    name: "check_reservation",
    arguments: '{"confirmation_number":"RES-1"}',
  },
  { role: "tool_call_result", tool_call_id: "t1", content: '{"found":true}', successful: true },
];

/** Transfer events have their target next to the call, in Retell's own spelling (Retell contract 6). */
const transfer = {
  transfer_destination: { type: "predefined", number: "+16025550123" },
  transfer_option: { type: "cold_transfer", showTransfereeAsCaller: false },
};

const ended = {
  ...base,
  call_status: "ended",
  end_timestamp: START + 61_500,
  duration_ms: 61_500,
  disconnection_reason: "user_hangup",
  transcript_object: said,
  transcript_with_tool_calls: withTools,
  recording_url: "https://recordings.test/one.wav",
};

/** The events of one call as Retell sends them. Each knows a little more than the one before. */
export const STORY = {
  call_started: { ...base, call_status: "ongoing" },
  transcript_updated: { ...base, call_status: "ongoing", transcript_with_tool_calls: said },
  call_ended: { ...ended, call_cost: { combined_cost: 11.2 } },
  call_analyzed: {
    ...ended,
    call_cost: { combined_cost: 11.5 },
    call_analysis: { call_summary: "Asked for a ride.", user_sentiment: "Positive", call_successful: true },
    something_new: { kept: true },
  },
};

export type StoryEvent = keyof typeof STORY;

/** The fields of this event outside the call. */
function besides(event: string): object {
  return event.startsWith("transfer_") ? transfer : {};
}

/** Delivers one event of a call and returns the status that Retell sees. */
export async function tell(
  event: StoryEvent | (string & {}),
  call: { call_id: string; [field: string]: unknown },
  bindings: Partial<Bindings> = {},
): Promise<number> {
  const known: object = event in STORY ? STORY[event as StoryEvent] : base; // checked on the line itself
  const response = await send(
    await fromRetell("/retell/call-events", { event, call: { ...known, ...call }, ...besides(event) }),
    bindings,
  );
  return response.status;
}
