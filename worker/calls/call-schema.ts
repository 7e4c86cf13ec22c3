import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { oneOf } from "../lib/one-of.ts";
import { LOOKUP_OUTCOMES } from "../tools/lookup-outcome.ts";
import { CALL_REASONS } from "./call-reasons.ts";
import { OUTCOMES } from "./ended-because.ts";
import { LONGEST_RETENTION_DAYS } from "./retention-limits.ts";

const day = z.iso.date("Give a day as YYYY-MM-DD.").optional();

/**
 * How far putting callers through got: a look-up allowed it, the agent tried it, somebody took the call or nobody did.
 */
export const TRANSFERS = ["offered", "tried", "connected", "failed"] as const;

/**
 * The filters of the list of calls. Days are in the company's time zone, both included. `transfer`, `look_up`, `reason`
 * and `number_id` select exactly the calls that the Analytics page counts under these names.
 */
export const callFilter = z.object({
  search: z.string().trim().max(100, "Search for at most 100 characters.").optional(),
  outcome: z.enum(OUTCOMES, `Choose from ${OUTCOMES.join(", ")}.`).optional(),
  from: day,
  to: day,
  transferred: z
    .enum(["true", "false"], "Say true or false.")
    .transform((said) => said === "true")
    .optional(),
  transfer: z.enum(TRANSFERS, `Choose from ${TRANSFERS.join(", ")}.`).optional(),
  look_up: z.enum(oneOf(LOOKUP_OUTCOMES), `Choose from ${oneOf(LOOKUP_OUTCOMES).join(", ")}.`).optional(),
  reason: z.enum([...oneOf(CALL_REASONS), "unknown"], "Choose one of the reasons of the Analytics page.").optional(),
  number_id: z.string().max(64, "Choose one of your numbers.").optional(),
});

export const feedbackBody = z.object({
  wrong: z.boolean("Say yes (true) or no (false)."),
  note: nullWhenBlank(z.string().trim().max(2000, "Keep the note under 2,000 characters.")).default(null),
});

const DAYS = `Choose between 1 and ${LONGEST_RETENTION_DAYS} days.`;

const days = z.number(DAYS).int(DAYS).min(1, DAYS).max(LONGEST_RETENTION_DAYS, DAYS);

/**
 * A recording is kept no longer than its transcript, because Retell has both and deletes a call only as a whole. If
 * `reservation_days` is absent, bookings are kept as long as before.
 */
export const retentionBody = z
  .object({ transcript_days: days, recording_days: days, reservation_days: days.optional() })
  .refine(({ transcript_days, recording_days }) => recording_days <= transcript_days, {
    path: ["recording_days"],
    error: "A recording cannot be kept longer than its transcript. Choose fewer days, or keep transcripts longer.",
  });
