import type { LlmCreateParams } from "retell-sdk/resources/llm";
import { TOOLS, type ToolDefinition } from "../tools/definitions.ts";
import { toolParameters } from "./tool-parameters.ts";

type Tool = NonNullable<LlmCreateParams["general_tools"]>[number];

// After a longer silence callers think that the line has dropped. Retell's own default is two minutes.
const TOOL_TIMEOUT_MS = 8_000;

/** Every tool of the agent. `publicUrl` is the Worker's origin, without a trailing slash. */
export function agentTools(publicUrl: string): Tool[] {
  return [
    ...Object.entries<ToolDefinition>(TOOLS).map(([name, tool]) => custom(name, tool, publicUrl)),
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

function custom(name: string, tool: ToolDefinition, publicUrl: string): Tool {
  return {
    type: "custom",
    name,
    description: tool.description,
    url: `${publicUrl}/retell/tools/${name}`,
    method: "POST",
    // With bare arguments Retell leaves out the call, and with it the tenant.
    args_at_root: false,
    parameters: toolParameters(tool.args, tool.constants),
    ...(tool.responseVariables && { response_variables: tool.responseVariables }),
    timeout_ms: TOOL_TIMEOUT_MS,
    max_retry: tool.maxRetry,
    speak_during_execution: true,
    execution_message_type: "prompt",
    execution_message_description: tool.whileWaiting,
    speak_after_execution: true,
  };
}

function transfer(name: string, number: string, description: string, announcement: string): Tool {
  return {
    type: "transfer_call",
    name,
    description,
    // Predefined: the model decides whether to transfer, but never to which number.
    transfer_destination: { type: "predefined", number },
    transfer_option: { type: "cold_transfer" },
    ignore_e164_validation: false,
    speak_during_execution: true,
    execution_message_type: "prompt",
    execution_message_description: announcement,
  };
}
