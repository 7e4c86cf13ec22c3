import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { telephone } from "../phone/phone-schema.ts";

/** The body that blocks a caller. The number is returned as E.164, as rings carry it. */
export const newBlock = z.object({
  phone_number: telephone("Enter the number to block."),
  note: nullWhenBlank(z.string().trim().max(200, "Keep the note under 200 characters.")).default(null),
});
