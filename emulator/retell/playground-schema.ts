import { z } from "zod";

export type PlaygroundRequest = z.output<typeof PlaygroundRequest>;

const Message = z.discriminatedUnion("role", [
  z.looseObject({ role: z.enum(["agent", "user"]), content: z.string() }),
  z.looseObject({
    role: z.literal("tool_call_invocation"),
    tool_call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  z.looseObject({
    role: z.literal("tool_call_result"),
    tool_call_id: z.string(),
    content: z.string(),
    successful: z.boolean().optional(),
  }),
  z.looseObject({ role: z.enum(["node_transition", "state_transition", "injected", "sms"]) }),
]);

const ToolMock = z.object({
  tool_name: z.string(),
  input_match_rule: z.discriminatedUnion("type", [
    z.object({ type: z.literal("any") }),
    z.object({ type: z.literal("partial_match"), args: z.record(z.string(), z.unknown()) }),
  ]),
  output: z.string(),
  result: z.boolean().nullish(),
});

/** The body of a playground completion; values of variables that are not text are refused, as everywhere at Retell. */
export const PlaygroundRequest = z.object({
  messages: z.array(Message),
  dynamic_variables: z.record(z.string(), z.string("must be a string")).default({}),
  tool_mocks: z.array(ToolMock).default([]),
  current_state: z.string().optional(),
});
