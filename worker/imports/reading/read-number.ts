import { confirmationKey } from "../../reservations/confirmation.ts";
import { wholeNumber } from "./read-fields.ts";
import type { RowReader } from "./table-reader.ts";

type BookingNumber = { confirmationNumber: string; confirmationKey: string } | { reason: string };

const WITHOUT: BookingNumber = { confirmationNumber: "", confirmationKey: "" };

/**
 * Reads the number of a booking. It is "" in a list that has none at all, whose rides are found by telephone and name.
 * @param expected whether the list has a column for them
 */
export function numberReader(expected: boolean): (line: RowReader) => BookingNumber {
  return (line) => {
    if (!expected) return WITHOUT;
    const written = line.text("confirmation_number");
    if (written === null) return { reason: "The row has no confirmation number." };
    const confirmationNumber = wholeNumber(written);
    if (confirmationNumber === null) {
      return { reason: `“${written}” was shortened by a spreadsheet; format the column as text and export again.` };
    }
    const key = confirmationKey(confirmationNumber);
    if (key === "") return { reason: `“${written}” has no letter or digit that a caller could say.` };
    return { confirmationNumber, confirmationKey: key };
  };
}
