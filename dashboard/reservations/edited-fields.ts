import { EDITED_FIELDS, editName } from "../../worker/reservations/fields.ts";
import type { Reservation, ReservationEdit } from "../imports/list-replies.ts";
import { STATUSES } from "./status-words.ts";

/** The fields that the form shows as a line of text, by their names in the API. */
export const TEXT_FIELDS = EDITED_FIELDS.map(editName).filter((name) => name !== "pickup_at" && name !== "status");

type Values = Record<string, string>;

/** A reservation as its form shows it: all fields as text, the pick-up as "YYYY-MM-DD HH:MM" in the company's zone. */
export function formValues(item: Reservation): Values {
  const texts = TEXT_FIELDS.map((name) => [name, String(item[name] ?? "")]);
  const pickup_at = item.pickup_at === null ? "" : wallTime(item.pickup_at, item.timezone);
  return { ...Object.fromEntries(texts), pickup_at, status: item.status };
}

/** What changed in the form, in the shape that the server accepts. An emptied text is null. */
export function editedFields(before: Values, now: Values): ReservationEdit {
  const changed = (name: string) => (now[name] ?? "").trim() !== (before[name] ?? "");
  const edit: ReservationEdit = {};
  for (const name of TEXT_FIELDS) {
    if (!changed(name)) continue;
    const text = now[name]?.trim() || null;
    if (name === "num_passengers") edit.num_passengers = text === null ? null : Number(text);
    else edit[name] = text;
  }
  const status = STATUSES.find((one) => one === now.status);
  if (status && status !== before.status) edit.status = status;
  const pickup = (now.pickup_at ?? "").replace("T", " ").slice(0, 16);
  if (pickup !== before.pickup_at) edit.pickup_at = pickup;
  return edit;
}

function wallTime(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return parts.format(at).replace("\u202f", " ");
}
