import type { Topic } from "./caller-intent.ts";

type Fields = Record<string, unknown>;

/** Answers a follow-up question only from the fields of the latest look-up. */
export function answerFrom(topic: Exclude<Topic, "hours">, fields: Fields): string {
  const said = ANSWERS[topic](fields);
  const asOf = text(fields.data_as_of);
  if (said !== null && fields.data_fresh === false && asOf !== "") return `As of ${asOf}: ${said}`;
  return said ?? "Your reservation does not show that. I can ask the office in a message if you like.";
}

const ANSWERS: Record<Exclude<Topic, "hours">, (fields: Fields) => string | null> = {
  pickup_time: (f) => sentence("Your pick-up is at", f.pickup_time),
  dropoff_time: (f) => sentence("Your drop-off is planned for", f.dropoff_time),
  terminal: (f) => sentence("Your terminal is", f.terminal),
  driver: (f) => sentence("Your driver is", f.driver_assigned),
  vehicle: (f) => sentence("Your vehicle is", f.vehicle_assigned),
  passengers: (f) => sentence("The number of passengers on the reservation is", f.num_passengers),
  pickup_address: (f) => sentence("Your pick-up is at", f.pickup_address),
  dropoff: (f) => sentence("Your drop-off is", f.dropoff_location),
  flight: (f) => sentence("Your flight is", [f.flight_info, f.flight_time].map(text).filter(Boolean).join(", ")),
  notes: (f) => sentence("The reservation notes:", f.special_instructions),
  status: (f) => sentence("The reservation's status is", f.status),
};

function sentence(start: string, value: unknown): string | null {
  const said = text(value);
  return said === "" ? null : `${start} ${said.replace(/\.$/, "")}.`;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
