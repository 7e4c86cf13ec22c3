import type * as z from "zod";
import { validate } from "../http/json.ts";
import type { Services } from "../services.ts";
import type { ToolCaller } from "../tenancy/tool-gate.ts";
import { checkReservation } from "./check-reservation.ts";
import { TOOLS, type ToolName } from "./definitions.ts";
import { takeMessage } from "./take-message.ts";

/** What a tool did: the answer for the agent, and for the log its outcome and the company. */
export type ToolResult = { outcome: string; tenant: string | null; answer: object };

/** @throws AppError 400 that names each argument that does not fit the tool's definition */
type Tool = (caller: ToolCaller, services: Services, args: unknown) => Promise<ToolResult>;

/** What each tool of definitions.ts does. */
export const tools: Record<ToolName, Tool> = {
  check_reservation: validated(TOOLS.check_reservation.args, checkReservation),
  take_message: validated(TOOLS.take_message.args, takeMessage),
};

function validated<Args extends z.ZodType>(
  schema: Args,
  run: (caller: ToolCaller, services: Services, args: z.output<Args>) => Promise<ToolResult>,
): Tool {
  return async (caller, services, args) => run(caller, services, validate(schema, args));
}
