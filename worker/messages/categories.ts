import { oneOf } from "../lib/one-of.ts";

/** What a message is about, in words for operators, who filter by it and choose which kinds are mailed right away. */
export const CATEGORY_WORDS = {
  message: "Message",
  change_request: "Change requested",
  cancellation: "Cancellation requested",
  late_driver: "Late driver",
  lost_item: "Lost item",
  new_booking: "New booking wanted",
} as const;

export type MessageCategory = keyof typeof CATEGORY_WORDS;

/** In the order in which they are offered. */
export const MESSAGE_CATEGORIES = oneOf(CATEGORY_WORDS);
