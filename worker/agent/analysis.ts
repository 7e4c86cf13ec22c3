import type { AgentCreateParams } from "retell-sdk/resources/agent";
import { CALL_LANGUAGES, CALL_REASONS } from "../calls/call-reasons.ts";
import { oneOf } from "../lib/one-of.ts";

/** What Retell notes about each call after it has ended; it arrives with call_analyzed. */
export const POST_CALL_ANALYSIS = [
  { type: "system-presets", name: "call_summary" },
  { type: "system-presets", name: "call_successful" },
  { type: "system-presets", name: "user_sentiment" },
  {
    type: "enum",
    name: "outcome",
    description: "How the call ended for the caller; the last thing achieved counts.",
    choices: [
      "reservation_answered",
      "message_taken",
      "transferred_to_driver",
      "transferred_to_office",
      "reservation_not_found",
      "not_helped",
      "no_conversation",
    ],
  },
  {
    type: "boolean",
    name: "callback_requested",
    description: "Whether the caller expects a call back from the office.",
  },
  {
    type: "boolean",
    name: "urgent",
    description: "Whether a person was in danger, or a pick-up within the next two hours was in doubt.",
  },
  {
    type: "enum",
    name: "caller_language",
    description: "The language the caller mostly spoke.",
    choices: oneOf(CALL_LANGUAGES),
  },
  {
    type: "enum",
    name: "caller_reason",
    description:
      "Why the caller called, by what they wanted first. change and cancel are about a booking they have; new_booking includes prices. not_sure if they never said.",
    choices: oneOf(CALL_REASONS),
  },
  {
    type: "string",
    name: "caller_name",
    description: "The caller's name as they gave it. Empty if they gave none.",
  },
  {
    type: "string",
    name: "confirmation_number",
    description: "The confirmation number of the reservation the call was about. Empty if none was found.",
  },
  {
    type: "string",
    name: "unanswered_question",
    description: "A question the agent could not answer, in one short sentence. Empty if there was none.",
  },
] satisfies AgentCreateParams["post_call_analysis_data"];
