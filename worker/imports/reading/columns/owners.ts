import { type Column, says, saysAny, saysOnly } from "./column.ts";

// Whose column it is. A title that names nobody belongs to the passenger. The rider comes before a customer, and both
// come before whoever booked, pays or is called in an emergency.

/** Whether a column belongs to somebody other than the passenger: whoever books, pays or accompanies. */
export function isSomebodyElses(column: Column): boolean {
  return (
    (saysAny(column, "contact", "staff", "kin", "dropoff", "pickup") || namesAnother(column)) && !isTripContact(column)
  );
}

/** "Referrer Phone": a word that we do not know may say whose it is. */
function namesAnother(column: Column): boolean {
  return column.other > 0 && !isPerson(column) && !says(column, "customer");
}

/** "Trip Contact", "Passenger Contact", and a "Contact Number" that names nobody else. */
export function isTripContact(column: Column): boolean {
  if (!says(column, "contact")) return false;
  return (
    saysAny(column, "trip", "passenger", "count") ||
    (/^\W*contact/i.test(column.title) && saysOnly(column, "contact", "phone", "mobile", "number"))
  );
}

/** A passenger by any name. */
export function isPerson(column: Column): boolean {
  return (
    (saysAny(column, "passenger", "leading") && !saysAny(column, "staff", "kin")) ||
    (says(column, "count") && saysAny(column, "name", "phone", "mobile", "first", "last"))
  );
}
