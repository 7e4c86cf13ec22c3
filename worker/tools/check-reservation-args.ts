import * as z from "zod";
import { argument } from "./argument.ts";

/**
 * `args` of check_reservation, for the route to validate and the agent's tool to describe.
 * `user_id` and the business hours are filled in by Retell from dynamic variables; the tenant is never taken from them.
 */
export const checkReservationArgs = z.object({
  confirmation_number: argument(
    "The reservation's confirmation number exactly as the caller said it: words, letters, corrections and all. Omit it if the caller has none.",
  ),
  telephone: argument(
    "The phone number on the reservation as the caller said it: without a confirmation number, or beside it as one more detail.",
  ),
  last_name: argument("The passenger's last name. Send it once the caller has given it."),
  pickup_date: argument(
    "The day of the pick-up as the caller said it ('tomorrow', 'the fifth', 'December 5'). Send it once the caller has given it.",
  ),
  user_id: argument(),
  business_hours_start: argument(),
  business_hours_end: argument(),
});

export type CheckReservationArgs = z.infer<typeof checkReservationArgs>;
