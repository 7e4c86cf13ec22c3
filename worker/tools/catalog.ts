import type { Services } from "../services.ts";
import type { ToolCaller } from "../tenancy/tool-gate.ts";
import { checkReservation } from "./check-reservation.ts";
import type { ArgsOf, ToolName } from "./definitions.ts";
import { takeMessage } from "./take-message.ts";

/** What a tool did: the answer for the agent, and for the log what came of it and whose it was. */
export type ToolResult = { outcome: string; tenant: string | null; answer: object };

type Tools = {
  [Name in ToolName]: (caller: ToolCaller, services: Services, args: ArgsOf<Name>) => Promise<ToolResult>;
};

/** What each tool of definitions.ts does. */
export const tools: Tools = {
  check_reservation: checkReservation,
  take_message: takeMessage,
};
