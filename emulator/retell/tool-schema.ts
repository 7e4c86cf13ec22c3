import { z } from "zod";

export type Tool = z.output<typeof Tool>;
export type CustomTool = z.output<typeof CustomTool>;
export type TransferTool = z.output<typeof TransferTool>;
export type EndCallTool = z.output<typeof EndCallTool>;

const name = z
  .string()
  .regex(/^[a-zA-Z0-9_-]{1,64}$/, "must be 1 to 64 letters, digits, dashes or underscores without spaces");

const spoken = {
  name,
  description: z.string().optional(),
  speak_during_execution: z.boolean().optional(),
  execution_message_type: z.enum(["prompt", "static_text"]).optional(),
  execution_message_description: z.string().optional(),
};

const Parameters = z.looseObject({
  type: z.literal("object", { error: 'must have "type": "object" at the top level' }),
  properties: z.record(z.string(), z.looseObject({})),
  required: z.array(z.string()).optional(),
});

// Retell reaches public https only. Here the product runs on this machine, so plain http is accepted too.
const url = z.string().regex(/^(https?:\/\/|\{\{)\S+$/, "must be an http(s) URL");

const CustomTool = z.looseObject({
  type: z.literal("custom"),
  ...spoken,
  url,
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  query_params: z.record(z.string(), z.string()).optional(),
  parameters: Parameters.optional(),
  parameter_type: z.enum(["json", "form"]).optional(),
  args_at_root: z.boolean().optional(),
  response_variables: z.record(z.string(), z.string()).optional(),
  speak_after_execution: z.boolean().optional(),
  timeout_ms: z.number().int().min(1_000).max(600_000).optional(),
  max_retry: z.number().int().min(0).max(5).optional(),
});

const TransferTool = z.looseObject({
  type: z.literal("transfer_call"),
  ...spoken,
  transfer_destination: z.discriminatedUnion("type", [
    z.object({ type: z.literal("predefined"), number: z.string().min(1), extension: z.string().optional() }),
    z.object({ type: z.literal("inferred"), prompt: z.string().min(1) }),
  ]),
  transfer_option: z.looseObject({ type: z.enum(["cold_transfer", "warm_transfer", "agentic_warm_transfer"]) }),
  custom_sip_headers: z.record(z.string(), z.string()).optional(),
});

const EndCallTool = z.looseObject({ type: z.literal("end_call"), ...spoken });

// Tools the stand-in stores but never uses in a call.
const StoredTool = z.looseObject({
  type: z.enum([
    "check_availability_cal",
    "book_appointment_cal",
    "agent_swap",
    "press_digit",
    "send_sms",
    "code",
    "extract_dynamic_variable",
    "bridge_transfer",
    "cancel_transfer",
    "mcp",
  ]),
  name,
});

const Tool = z.discriminatedUnion("type", [CustomTool, TransferTool, EndCallTool, StoredTool]);

export const Tools = z
  .array(Tool)
  .refine((tools) => new Set(tools.map((t) => t.name)).size === tools.length, "tool names must be unique");
