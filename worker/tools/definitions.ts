import type * as z from "zod";
import { checkReservationArgs } from "./check-reservation-args.ts";
import { takeMessageArgs } from "./take-message-args.ts";

/** What the agent and the route know about a tool; catalog.ts says what it does. */
export type ToolDefinition = {
  /** For the model: what the tool is good for. */
  description: string;
  /** Its arguments: the model reads their descriptions, the route validates them. */
  args: z.ZodObject;
  /** Arguments that Retell fills in from dynamic variables; the model neither sees nor chooses them. */
  constants?: Record<string, string>;
  /** Values of the answer that become dynamic variables: the variable's name, then the path in the answer. */
  responseVariables?: Record<string, string>;
  /** How often Retell asks again by itself after a failure, in silence. */
  maxRetry: number;
  /** What the agent is told to say while it waits. */
  whileWaiting: string;
  /** What the agent is told when the tool fails; Retell passes the text of an error on to it. */
  outOfReach: string;
};

/** Everything the agent may ask of us, by the name it uses. */
export const TOOLS = {
  check_reservation: {
    description:
      "Look up a reservation of this company by confirmation number or telephone, with every detail of it that the caller has given.",
    args: checkReservationArgs,
    constants: {
      user_id: "{{user_id}}",
      business_hours_start: "{{business_hours_start}}",
      business_hours_end: "{{business_hours_end}}",
    },
    responseVariables: { driver_phone: "driver_phone" },
    // No silent retry: the prompt has the agent say so and look up again, so the line is never silent for 16 seconds.
    maxRetry: 0,
    whileWaiting: "Say in the caller's language, in a few words: one moment, I'm looking that up.",
    outOfReach:
      "The reservation system cannot be reached right now. Apologise, try once more, then offer to take a message.",
  },
  take_message: {
    description: "Pass a message on to the office. Call it once, after the caller confirmed what you read back.",
    args: takeMessageArgs,
    // The route keeps one message per call and text, and a lost message is worse than a pause.
    maxRetry: 1,
    whileWaiting: "Say in the caller's language, in a few words: I'm writing that down for the office.",
    outOfReach:
      "The message could not be stored. Do not say that it was passed on. Apologise, try once more, then ask the caller to call back.",
  },
} as const satisfies Record<string, ToolDefinition>;

export type ToolName = keyof typeof TOOLS;
