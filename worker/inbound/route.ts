import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { retellGate } from "../tenancy/retell-gate.ts";
import { scopeOfRing } from "../tenancy/ring.ts";
import { otherAnswer } from "./answer.ts";
import { inboundEnvelope, otherEvent } from "./envelope.ts";
import { prepareCall } from "./prepare-call.ts";

const LONGEST_RING = 64_000; // bytes; a ring has a few hundred, with SIP headers a few thousand

/** The phone rings. */
export const inboundRoute = new Hono<AppEnv>().post("/", retellGate({ limit: LONGEST_RING }), async (c) => {
  const { body, signature } = c.get("signed");
  const other = otherEvent.safeParse(body);
  if (other.success) {
    c.get("trace").outcome = "ignored";
    return c.json(otherAnswer(other.data.event));
  }
  const ring = validate(inboundEnvelope, body);
  const call = await prepareCall(scopeOfRing(ring), c.get("services"), ring, ring.callId ?? signature);
  Object.assign(c.get("trace"), { outcome: call.outcome, tenant: call.tenant ?? undefined });
  return c.json(call.answer);
});
