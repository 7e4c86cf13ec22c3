import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type EditedField, editName, RESERVATION_COLUMNS, RESERVATION_FIELDS } from "./fields.ts";
import { editedColumns, type ReservationEdit } from "./reservation-edit.ts";
import { editReservation, findReservation, type ListedReservation } from "./store/reservation-list.ts";

/**
 * Changes one booking of the current list by hand, from the next call on. The next import keeps the change only if
 * `keep_edit` is true.
 * @throws AppError 404, 400 for a pick-up time that does not exist
 */
export async function editBooking(
  scope: UserScope,
  { db, now }: Services,
  id: string,
  { edit, actor }: { edit: ReservationEdit; actor: string },
): Promise<ListedReservation> {
  const booking = await findReservation(scope, db, id);
  if (!booking) throw notFound();
  const { fields, columns, problem } = editedColumns(booking, edit);
  if (problem) throw new AppError(400, "validation_failed", problem, { fields: { pickup_at: problem } });
  const keepEdit = edit.keep_edit ?? booking.keepEdit;
  if (fields.length === 0 && keepEdit === booking.keepEdit) return booking;
  const editedFields = [...new Set([...(booking.editedFields ?? []), ...fields.flatMap(columnNames)])];
  await editReservation(scope, db, booking, {
    edit: { ...columns, keepEdit, editedAt: now(), editedBy: actor, editedFields },
    actor,
    detail: { confirmation_number: booking.confirmationNumber, fields: fields.map(editName), keep_edit: keepEdit },
  });
  return (await findReservation(scope, db, booking.id)) ?? booking;
}

/** The names of a field's columns in the database, by which the next import knows which values to keep. */
function columnNames(field: EditedField): string[] {
  return RESERVATION_FIELDS[field].columns.map((column) => RESERVATION_COLUMNS[column].name);
}
