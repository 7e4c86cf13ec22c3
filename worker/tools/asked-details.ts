import { tellsADate } from "../reservations/follows-from-number.ts";
import type { Demand } from "../reservations/verification-rules.ts";
import { offeredDetails, type Said } from "../reservations/verify.ts";

/** What the agent may ask a caller for, and how. */
const DETAIL_WORDS = {
  last_name: "the last name on the reservation",
  pickup_date: "the pick-up date",
  telephone: "the phone number on it",
  confirmation_number: "the confirmation number",
};

/**
 * The question for a caller who has not given enough details. It names those that would count beside what was said, so
 * that nobody is asked for a date that follows from the number. Null if enough were given.
 * @param unreadableDate whether a date was given that could not be read
 */
export function askedDetails(
  said: Said,
  demand: Demand,
  { unreadableDate, now }: { unreadableDate: boolean; now: number },
): string | null {
  const offered = offeredDetails(said, demand);
  const missing = demand.details - offered.length;
  if (missing <= 0) return null;
  const numberSaid = said.confirmationKeys.length > 0;
  const year = new Date(now).getUTCFullYear();
  const dates = demand.dates && numberSaid && !said.confirmationKeys.some((key) => tellsADate(key, year));
  const useful: Record<keyof typeof DETAIL_WORDS, boolean> = {
    last_name: !offered.includes("last_name"),
    pickup_date: dates && !offered.includes("pickup_date"),
    telephone: numberSaid && !offered.includes("telephone"),
    confirmation_number: !numberSaid,
  };
  const words = (Object.keys(DETAIL_WORDS) as (keyof typeof DETAIL_WORDS)[])
    .filter((detail) => useful[detail])
    .map((detail) => DETAIL_WORDS[detail] + (detail === "pickup_date" && unreadableDate ? " as month and day" : ""));
  const list = [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(missing > 1 ? " and " : " or ");
  const unread = unreadableDate ? "That pick-up date could not be understood. " : "";
  return `${unread}To look that up, also ask the caller for ${missing > 1 ? `${missing} more details` : "one more detail"}: ${list}. Then look it up again with everything they gave.`;
}
