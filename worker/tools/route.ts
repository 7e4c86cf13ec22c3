import { type Context, Hono } from "hono";
import type * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { within } from "../lib/deadline.ts";
import { AppError } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import { retellGate, type SignedByRetell } from "../tenancy/retell-gate.ts";
import { type FromTool, toolGate } from "../tenancy/tool-gate.ts";
import { type Tool, type ToolResult, tools } from "./catalog.ts";

const LONGEST_CALL = 900_000; // bytes; the call carries its transcript with word timings, which grows with the call
const ANSWER_MS = 6_000; // the agent waits eight seconds in silence at most; an error then still reaches it

/** The agent asks. */
export const toolsRoute = new Hono<AppEnv & SignedByRetell & FromTool>()
  .use(retellGate({ limit: LONGEST_CALL }), toolGate())
  .post("/check_reservation", (c) => answer(c, tools.check_reservation))
  .post("/take_message", (c) => answer(c, tools.take_message));

async function answer<Args extends z.ZodType>(
  c: Context<AppEnv & SignedByRetell & FromTool>,
  tool: Tool<Args>,
): Promise<Response> {
  const args = validate(tool.args, c.get("args"));
  const result = await within(ANSWER_MS, tool.run(c.get("caller"), c.get("services"), args)).catch((error: unknown) =>
    outOfReach(error, tool.outOfReach),
  );
  Object.assign(c.get("trace"), { outcome: result.outcome, tenant: result.tenant ?? undefined });
  return c.json(result.answer);
}

/** What fails inside is told to the agent as something it can act on. */
function outOfReach(error: unknown, told: string): ToolResult {
  if (error instanceof AppError) throw error;
  log("tool_failed", describeError(error));
  throw new AppError(503, "unavailable", told);
}
