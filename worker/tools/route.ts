import { type Context, Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { within } from "../lib/deadline.ts";
import { AppError } from "../lib/errors.ts";
import { keysOf } from "../lib/field-table.ts";
import { describeError, log } from "../lib/log.ts";
import { retellGate, type SignedByRetell } from "../tenancy/retell-gate.ts";
import { type FromTool, toolGate } from "../tenancy/tool-gate.ts";
import { type ToolResult, tools } from "./catalog.ts";
import { TOOLS, type ToolName } from "./definitions.ts";

const LONGEST_CALL = 900_000; // bytes; the call carries its transcript with word timings, which grows with the call
const ANSWER_MS = 6_000; // the agent waits eight seconds in silence at most; an error then still reaches it

/** What the agent asks during a call: one route for each tool. */
export const toolsRoute = new Hono<AppEnv & SignedByRetell & FromTool>().use(
  retellGate({ limit: LONGEST_CALL }),
  toolGate(),
);
for (const name of keysOf(TOOLS)) toolsRoute.post(`/${name}`, (c) => answer(c, name));

async function answer(c: Context<AppEnv & SignedByRetell & FromTool>, name: ToolName): Promise<Response> {
  const running = tools[name](c.get("caller"), c.get("services"), c.get("args"));
  const failed = (error: unknown) => outOfReach(error, TOOLS[name].outOfReach);
  const result = await within(ANSWER_MS, running).catch(failed);
  Object.assign(c.get("trace"), { outcome: result.outcome, tenant: result.tenant ?? undefined });
  return c.json(result.answer);
}

/** Turns an internal failure into a message that the agent can act on. */
function outOfReach(error: unknown, message: string): ToolResult {
  if (error instanceof AppError) throw error;
  log("tool_failed", describeError(error));
  throw new AppError(503, "unavailable", message);
}
