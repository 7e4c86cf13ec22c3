/** The fixed set that every dispatch system's own words are mapped to. */
export const RESERVATION_STATUSES = [
  "pending",
  "confirmed",
  "assigned",
  "en_route",
  "on_location",
  "in_car",
  "completed",
  "cancelled",
  "no_show",
] as const;

export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

const WORDS: Record<string, ReservationStatus> = {
  pending: "pending",
  unassigned: "pending",
  new: "pending",
  quote: "pending",
  requested: "pending",
  confirmed: "confirmed",
  booked: "confirmed",
  accepted: "confirmed",
  assigned: "assigned",
  dispatched: "assigned",
  offered: "assigned",
  enroute: "en_route",
  ontheway: "en_route",
  started: "en_route",
  onlocation: "on_location",
  arrived: "on_location",
  waiting: "on_location",
  circling: "on_location",
  incar: "in_car",
  onboard: "in_car",
  customerincar: "in_car",
  passengeronboard: "in_car",
  pickedup: "in_car",
  completed: "completed",
  complete: "completed",
  done: "completed",
  droppedoff: "completed",
  finished: "completed",
  closed: "completed",
  cancelled: "cancelled",
  canceled: "cancelled",
  void: "cancelled",
  latecancel: "cancelled",
  latecancelled: "cancelled",
  noshow: "no_show",
};

/** A dispatch system's word as one of the fixed set; null when it is not a known one. */
export function reservationStatus(word: string): ReservationStatus | null {
  return WORDS[word.toLowerCase().replace(/[^a-z]/g, "")] ?? null;
}
