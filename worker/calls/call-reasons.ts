/** Why callers call, in the trade's classes and in an operator's words. The analysis after the call chooses one. */
export const CALL_REASONS = {
  driver_location: "Where is my driver",
  pickup_time: "Pick-up time or place",
  change: "Change a booking",
  cancel: "Cancel a booking",
  new_booking: "New booking or price",
  flight: "Flight delayed or changed",
  lost_item: "Lost item",
  other: "Something else",
  not_sure: "Not sure",
} as const;

export type CallReason = keyof typeof CALL_REASONS;

/** The language that the caller mostly spoke. */
export const CALL_LANGUAGES = { english: "English", spanish: "Spanish", other: "Another language" } as const;
