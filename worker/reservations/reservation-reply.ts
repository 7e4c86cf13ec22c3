import { byName, keysWhere } from "../lib/field-table.ts";
import { RESERVATION_COLUMNS } from "./fields.ts";
import type { ListedReservation } from "./store/reservation-list.ts";

const SHOWN = keysWhere(RESERVATION_COLUMNS, "shown", true);

/** A booking as the API shows it; instants in epoch milliseconds. */
export function reservationReply(row: ListedReservation) {
  return {
    id: row.id,
    ...byName(RESERVATION_COLUMNS, SHOWN, row),
    driver_reachable: row.driverReachable === 1,
    edited_at: row.editedAt,
    edited_by: row.editedByName ?? row.editedBy,
    edited_fields: row.editedFields ?? [],
    keep_edit: row.keepEdit,
  };
}
