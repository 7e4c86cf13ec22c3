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
  /** What the agent is told when it fails inside; Retell hands it an error's text. */
  outOfReach: string;
  run: (caller: ToolCaller, services: Services, args: z.output<Args>) => Promise<ToolResult>;
};

/** Everything the agent may ask of us, by the name it uses. A new tool is one file and one line. */
export const tools = {
  check_reservation: {
    args: checkReservationArgs,
    outOfReach:
      "The reservation system cannot be reached right now. Apologise, try once more, then offer to take a message.",
    run: checkReservation,
  } satisfies Tool<typeof checkReservationArgs>,
  take_message: {
    args: takeMessageArgs,
    outOfReach:
      "The message could not be stored. Do not say that it was passed on. Apologise, try once more, then ask the caller to call back.",
    run: takeMessage,
  } satisfies Tool<typeof takeMessageArgs>,
};
