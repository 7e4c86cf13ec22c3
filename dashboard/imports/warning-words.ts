import type { WarningCode } from "../../worker/imports/reading/notes.ts";

/** What each warning is about, in a few words; its message says the rest. */
export const WARNING_WORDS: Record<WarningCode, string> = {
  no_phone_column: "No phone numbers",
  no_name_column: "No passenger names",
  unknown_status: "Statuses that nobody has explained",
  another_column: "Another column fits as well",
  open_time: "Times that are still open",
  no_am_or_pm: "Times without AM or PM",
  time_comes_twice: "Times in the hour that comes twice",
  unreadable_time: "Times that could not be read",
  unreadable_phone: "Phone numbers that cannot be dialed",
  unreadable_count: "Passenger counts that could not be read",
  no_phone: "Drivers without a phone number",
  same_name: "Drivers with the same name",
  similar_numbers: "Confirmation numbers that sound alike",
  dropoff_before_pickup: "Drop-offs before the pick-up",
  next_day: "Drop-offs on the next day",
  nearest_day: "Flight times without a day",
  date_order_overruled: "Dates in another order",
  cells_missing: "Rows that are too short",
  looks_like_formula: "Texts that look like formulas",
};

/** Without these columns no caller can prove who they are, so this warning must not be overlooked. */
const LOUD: WarningCode[] = ["no_phone_column", "no_name_column"];

export function isLoud({ code }: { code: WarningCode }): boolean {
  return LOUD.includes(code);
}
