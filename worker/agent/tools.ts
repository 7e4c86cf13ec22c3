import type { LlmCreateParams } from "retell-sdk/resources/llm";
import { checkReservationArgs } from "../tools/check-reservation-args.ts";
import { takeMessageArgs } from "../tools/take-message-args.ts";
import { toolParameters } from "./tool-parameters.ts";

type Tool = NonNullable<LlmCreateParams["general_tools"]>[number];

// Longer than that is silence a caller takes for a dropped line; Retell's own default is two minutes.
const TOOL_TIMEOUT_MS = 8_000;

/** Every tool of the agent. `publicUrl` is the Worker's origin, without a slash at its end. */
export function agentTools(publicUrl: string): Tool[] {
  return [
    checkReservation(publicUrl),
    takeMessage(publicUrl),
    transfer(
      "transfer_to_driver",
      "{{driver_phone}}",
      "Connect the caller to the driver of their reservation. Only when the latest check_reservation answered transfer_available true and the caller said yes.",
      "Tell the caller in one short sentence that you are connecting them to their driver now.",
    ),
    transfer(
      "transfer_to_office",
      "{{office_phone}}",
      "Connect the caller to the office. Only when the office is open now, an office transfer number is given, and the caller said yes.",
      "Tell the caller in one short sentence that you are connecting them to the office now.",
    ),
    {
      type: "end_call",
      name: "end_call",
      description: "Hang up. Only after goodbye, when the caller needs nothing else.",
    },
  ];
}

function checkReservation(publicUrl: string): Tool {
  return {
    type: "custom",
    name: "check_reservation",
    description: "Look up a reservation of this company by confirmation number or telephone.",
    url: `${publicUrl}/retell/tools/check_reservation`,
    method: "POST",
    // With bare arguments Retell leaves out the call, and with it the tenant.
    args_at_root: false,
    parameters: toolParameters(checkReservationArgs, {
      user_id: "{{user_id}}",
      business_hours_start: "{{business_hours_start}}",
      business_hours_end: "{{business_hours_end}}",
    }),
    response_variables: { driver_phone: "driver_phone" },
    timeout_ms: TOOL_TIMEOUT_MS,
    // No silent second attempt: the prompt has the agent say so and look up again itself, so the line is never dead for 16 s.
    max_retry: 0,
    speak_during_execution: true,
    execution_message_type: "prompt",
    execution_message_description: "Say in the caller's language, in a few words: one moment, I'm looking that up.",
    speak_after_execution: true,
  };
}

function takeMessage(publicUrl: string): Tool {
  return {
    type: "custom",
    name: "take_message",
    description: "Pass a message on to the office. Call it once, after the caller confirmed what you read back.",
    url: `${publicUrl}/retell/tools/take_message`,
    method: "POST",
    args_at_root: false,
    parameters: toolParameters(takeMessageArgs),
    timeout_ms: TOOL_TIMEOUT_MS,
    // The route keeps one message per call and text, and a lost message is worse than a pause.
    max_retry: 1,
    speak_during_execution: true,
    execution_message_type: "prompt",
    execution_message_description:
      "Say in the caller's language, in a few words: I'm writing that down for the office.",
    speak_after_execution: true,
  };
}

function transfer(name: string, number: string, description: string, announcement: string): Tool {
  return {
    type: "transfer_call",
    name,
    description,
    // Predefined: the model never chooses a number, it only decides whether.
    transfer_destination: { type: "predefined", number },
    transfer_option: { type: "cold_transfer" },
    ignore_e164_validation: false,
    speak_during_execution: true,
    execution_message_type: "prompt",
    execution_message_description: announcement,
  };
}
