import type { Status } from "../imports/list-replies.ts";

/** The fixed set of statuses in an operator's words, in the order of a ride. */
export const STATUS_WORDS: Record<Status, string> = {
  pending: "Pending",
  confirmed: "Confirmed",
  assigned: "Assigned",
  en_route: "En route",
  on_location: "On location",
  in_car: "In car",
  completed: "Completed",
  cancelled: "Cancelled",
  no_show: "No-show",
  unknown: "To be confirmed",
};

export const STATUSES = Object.keys(STATUS_WORDS) as Status[]; // the keys of the record above
