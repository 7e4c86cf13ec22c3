import type { MessageCategory } from "../tools/take-message-args.ts";

/** A category as the operator reads it. */
export const CATEGORY_WORDS: Record<MessageCategory, string> = {
  message: "Message",
  change_request: "Change requested",
  cancellation: "Cancellation requested",
  late_driver: "Late driver",
  lost_item: "Lost item",
  new_booking: "New booking wanted",
};
