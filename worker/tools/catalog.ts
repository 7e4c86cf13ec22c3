import type * as z from "zod";
import type { Services } from "../services.ts";
import type { ToolCaller } from "../tenancy/tool-gate.ts";
import { checkReservation } from "./check-reservation.ts";
import { checkReservationArgs } from "./check-reservation-args.ts";
import { takeMessage } from "./take-message.ts";
import { takeMessageArgs } from "./take-message-args.ts";

/** What a tool did: the answer for the agent, and for the log what came of it and whose it was. */
export type ToolResult = { outcome: string; tenant: string | null; answer: object };

export type Tool<Args extends z.ZodType> = {
  args: Args;
  run: (caller: ToolCaller, services: Services, args: z.output<Args>) => Promise<ToolResult>;
};

/** Everything the agent may ask of us, by the name it uses. A new tool is one file and one line. */
export const tools = {
  check_reservation: { args: checkReservationArgs, run: checkReservation } satisfies Tool<typeof checkReservationArgs>,
  take_message: { args: takeMessageArgs, run: takeMessage } satisfies Tool<typeof takeMessageArgs>,
};
