import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { oneOf } from "../lib/one-of.ts";
import { telephone } from "../phone/phone-schema.ts";
import { ROUTE_METHODS } from "./route-methods.ts";

const METHODS = oneOf(ROUTE_METHODS);

/** A number's route. `public_number` is the number that callers dial, if it is not the agent's own. */
export const routeBody = z.object({
  method: z.enum(METHODS, `Choose from ${METHODS.join(", ")}.`),
  public_number: nullWhenBlank(telephone("Enter the number your callers dial.")).default(null),
  /** Absent keeps the current value. */
  press_one: z.boolean("Say true or false.").optional(),
  /** The same. Calls go to the agent over SIP; only once a call has proven it. */
  sip_leg: z.boolean("Say true or false.").optional(),
});
