import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { editedColumns, type ReservationEdit } from "./reservation-edit.ts";
import { editReservation, findReservation, type ListedReservation } from "./store/reservation-list.ts";

/**
 * Changes one booking of the current list by hand; the next call hears it. The next import keeps the change only where
 * `keep_edit` says so.
 * @throws AppError 404, 400 for a pick-up that the clocks do not show
 */
export async function editBooking(
  scope: UserScope,
  { db, now }: Services,
  id: string,
  { edit, actor }: { edit: ReservationEdit; actor: string },
): Promise<ListedReservation> {
  const booking = await findReservation(scope, db, id);
  if (!booking) throw notFound();
  const { columns, problem } = editedColumns(booking, edit);
  if (problem) throw new AppError(400, "validation_failed", problem, { fields: { pickup_at: problem } });
  const known: Record<string, unknown> = booking;
  const changed = Object.keys(columns).filter((column) => columns[column] !== known[column] && column !== "searchKey");
  const keepEdit = edit.keep_edit ?? booking.keepEdit;
  if (changed.length === 0 && keepEdit === booking.keepEdit) return booking;
  const fields = [...new Set([...(booking.editedFields ?? []), ...changed.flatMap(namesOf)])];
  await editReservation(scope, db, booking, {
    edit: { ...columns, keepEdit, editedAt: now(), editedBy: actor, editedFields: fields },
    actor,
    detail: { confirmation_number: booking.confirmationNumber, fields: changed.map(columnName), keep_edit: keepEdit },
  });
  return (await findReservation(scope, db, booking.id)) ?? booking;
}

/** The columns by their names in the database: that is how a later import recognises what is to stay. */
function namesOf(column: string): string[] {
  const searched = column === "customerName" || column === "telephone" ? ["search_key"] : [];
  return [columnName(column), ...searched];
}

function columnName(column: string): string {
  return column === "phoneE164" ? "phone_e164" : column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
