import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { retellGate } from "../tenancy/retell-gate.ts";
import { callEvent } from "./event.ts";
import { recordCall } from "./record-call.ts";

const LONGEST_EVENT = 6_000_000; // bytes; an hour's transcript stands in it three times, with every word's timing

/** The call progressed or ended. 204 only once it is stored; anything else makes Retell try again. */
export const callEventsRoute = new Hono<AppEnv>().post("/", retellGate({ limit: LONGEST_EVENT }), async (c) => {
  const { body } = c.get("signed");
  const event = validate(callEvent, body);
  const tenant = await recordCall(c.get("services"), event, body);
  Object.assign(c.get("trace"), { outcome: tenant ? event.event : "unknown_number", tenant: tenant ?? undefined });
  return c.body(null, 204);
});
