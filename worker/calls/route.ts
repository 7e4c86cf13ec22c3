import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { within } from "../lib/deadline.ts";
import { describeError, log } from "../lib/log.ts";
import { retellGate } from "../tenancy/retell-gate.ts";
import { callEvent, isAboutSomethingElse } from "./event.ts";
import { recordCall } from "./record-call.ts";
import { setAside } from "./set-aside.ts";

const LONGEST_EVENT = 6_000_000; // bytes; it contains an hour's transcript three times, with the timing of every word
const DATABASE_MS = 5_000; // Retell waits ten seconds

/**
 * A call progressed or ended. Answers 204 only once the event is stored, in the database or, while that does not answer,
 * in R2. Any other answer makes Retell try again, three times at most.
 */
export const callEventsRoute = new Hono<AppEnv>().post("/", retellGate({ limit: LONGEST_EVENT }), async (c) => {
  const { body } = c.get("signed");
  if (isAboutSomethingElse(body)) {
    c.get("trace").outcome = "ignored";
    return c.body(null, 204); // if it were refused, Retell would send it three more times
  }
  const event = validate(callEvent, body);
  const services = c.get("services");
  try {
    const tenant = await within(DATABASE_MS, recordCall(services, event, body));
    Object.assign(c.get("trace"), { outcome: tenant ? event.event : "unknown_number", tenant: tenant ?? undefined });
  } catch (error) {
    log("event_set_aside", describeError(error));
    await setAside(services, body);
    c.get("trace").outcome = "set_aside";
  }
  return c.body(null, 204);
});
