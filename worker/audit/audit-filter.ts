import * as z from "zod";
import { oneOf } from "../lib/one-of.ts";
import { AUDIT_AREAS } from "./actions.ts";
import { ACTORS } from "./actors.ts";

const day = z.iso.date("Give a day as YYYY-MM-DD.").optional();

/** The filters of the history of changes. Days are in the company's time zone, both included. */
export const auditFilter = z.object({
  area: z.enum(oneOf(AUDIT_AREAS), `Choose from ${oneOf(AUDIT_AREAS).join(", ")}.`).optional(),
  by: z.enum(oneOf(ACTORS), `Choose from ${oneOf(ACTORS).join(", ")}.`).optional(),
  from: day,
  to: day,
});
