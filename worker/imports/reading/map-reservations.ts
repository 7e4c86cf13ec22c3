import { atOnce, eachRow, type Steps } from "../../lib/steps.ts";
import { countryOfZone } from "../../phone/country.ts";
import { RESERVATION_FIELDS, type ReservationRow } from "../../reservations/fields.ts";
import { nameKey } from "../../reservations/name.ts";
import { chooseMapping } from "./choose-mapping.ts";
import { boxStatus, tickedStatus } from "./columns/statuses.ts";
import { momentParser, settleDateStyles } from "./dates.ts";
import { localClock } from "./local-clock.ts";
import { columnsQuestion, type MappedReservations, type ReservationsInput, unanswered } from "./mapped.ts";
import { noteColumns } from "./note-columns.ts";
import { type RowError, warningList } from "./notes.ts";
import { isBlankMark } from "./placeholder.ts";
import { addressText } from "./read-address.ts";
import { isLastNameFirst, readCount, readName, turnedName } from "./read-fields.ts";
import { numberReader } from "./read-number.ts";
import { phoneReader } from "./read-phone.ts";
import { statusReader } from "./read-status.ts";
import { textReader } from "./read-texts.ts";
import { TIMES, timesReader } from "./read-times.ts";
import { seenBookings } from "./seen-bookings.ts";
import { isSomebodyElsesTitle } from "./somebody-elses.ts";
import { type RowReader, readTable, titlesOf } from "./table-reader.ts";
import { readYesNo } from "./yes-no.ts";

const readTexts = textReader(RESERVATION_FIELDS);

/**
 * The bookings of a list, read by the titles of its columns and by what their cells hold. A row is an error if nobody
 * could find it, if its pick-up is unreadable or if it repeats another one; errors never stop the other rows. What is
 * unclear for the whole file is asked, and then nothing is read.
 * @throws RangeError on an unknown zone
 */
export function mapReservations(input: ReservationsInput): MappedReservations {
  return atOnce(reservationSteps(input));
}

/** The same in steps. */
export function* reservationSteps(input: ReservationsInput): Steps<MappedReservations> {
  const { columns, rows, firstRow = 2, timezone, statusWords = {}, dateOrder } = input;
  const { mapping, missing, alternatives } = chooseMapping("reservations", { columns, rows }, input.mapping);
  if (missing.length > 0) return { ...unanswered([columnsQuestion(missing)]), dateOrder: null };

  const title = (field: string) => titlesOf(columns, mapping, field);
  const parse = momentParser();
  const fields = TIMES.map((field) => ({ title: title(field), indexes: mapping[field] ?? [] }));
  const { styles, questions, overruled } = yield* settleDateStyles(fields, rows, { parse, firstRow, given: dateOrder });
  if (questions.length > 0) return { ...unanswered(questions), dateOrder: null };

  const errors: RowError[] = [];
  const warnings = warningList();
  noteColumns({ mapping, alternatives, title }, warnings);
  for (const column of overruled) warnings.add("date_order_overruled", column, OVERRULED, { row: firstRow });
  const ownPhone = (mapping.telephone ?? []).map((index) => !isSomebodyElsesTitle(columns[index] ?? ""));
  const country = input.country ?? countryOfZone(timezone);
  const read = {
    number: numberReader(mapping.confirmation_number !== undefined),
    times: timesReader({ styles, parse, title, zone: { timezone, clock: localClock(timezone) }, warnings }),
    phone: phoneReader(country),
    driverPhone: phoneReader(country, { dialled: true }),
    status: statusReader(statusWords),
    twice: seenBookings(title("confirmation_number") || title("telephone"), warnings),
  };

  const bookings: ReservationRow[] = [];
  yield* eachRow(readTable({ columns, rows, firstRow }, mapping, { errors, warnings }), (line) => {
    const number = read.number(line);
    if ("reason" in number) {
      errors.push({ row: line.row, column: title("confirmation_number"), reason: number.reason });
      return;
    }
    const times = read.times.read(line);
    if ("reason" in times) {
      errors.push({ row: line.row, column: title("pickup_time") || title("appointment_time"), reason: times.reason });
      return;
    }
    const booking = {
      ...number,
      ...readPassenger(line),
      ...times,
      timezone,
      ...readRide(line, read.driverPhone),
      ...readStatus(line),
    };
    const refused = unfindable(booking, line.row, title("telephone")) ?? read.twice(booking, line.row);
    if (refused) errors.push(refused);
    else bookings.push(booking);
  });
  read.times.finish();
  return { rows: bookings, errors, warnings: warnings.all(), questions: [], dateOrder: styles[0]?.order ?? null };

  function readPassenger(line: RowReader) {
    const written = line.text("customer_name");
    const name = written !== null && isLastNameFirst(title("customer_name")) ? turnedName(written) : written;
    const phone = read.phone(phoneCells(line, ownPhone));
    if (phone.telephone !== null && phone.phoneE164 === null) {
      const message = "Telephone numbers that cannot be dialled: these callers are not recognised by their number.";
      warnings.add("unreadable_phone", title("telephone"), message, { row: line.row, word: phone.telephone });
    }
    const counts = line.texts("num_passengers").map(readCount);
    if (counts.includes(undefined)) {
      const message = "Numbers of passengers that are not a number are left out.";
      warnings.add("unreadable_count", title("num_passengers"), message, { row: line.row });
    }
    const known = counts.filter((count) => typeof count === "number");
    const numPassengers = known.length > 0 ? known.reduce((sum, count) => sum + count, 0) : null;
    return { customerName: name === null ? null : readName(name), ...phone, numPassengers };
  }

  function readStatus(line: RowReader) {
    const cells = line.texts("status").map((text, i) => ({ text, title: columns[mapping.status?.[i] ?? -1] ?? "" }));
    const boxes = cells.filter(({ text, title }) => readYesNo(text) !== null && boxStatus(title) !== null);
    const ticked = tickedStatus(boxes);
    if (ticked) return { status: ticked.status, statusText: ticked.words };
    const statusText = cells.find((cell) => !boxes.includes(cell))?.text ?? "";
    if (isBlankMark(statusText)) return { status: "pending" as const, statusText: null };
    const status = read.status(statusText);
    if (status === "unknown") {
      const message =
        "Nobody has said what these statuses mean. Callers are told that the office has to confirm them, and are not put through to the driver. Choose what each of them means.";
      warnings.add("unknown_status", title("status"), message, { row: line.row, word: statusText });
    }
    return { status, statusText };
  }
}

const OVERRULED = "The dates of this column can only be read in another order than the one that was given.";

function phoneCells(line: RowReader, own: boolean[]) {
  return line.texts("telephone").map((text, i) => ({ text: isBlankMark(text) ? "" : text, own: own[i] ?? true }));
}

/** An error for a ride that no caller could name, because it has neither a number nor a telephone. */
function unfindable({ confirmationKey, phoneE164 }: ReservationRow, row: number, column: string): RowError | null {
  if (confirmationKey !== "" || phoneE164 !== null) return null;
  const reason = "The row has neither a confirmation number nor a telephone number, so no caller could be told of it.";
  return { row, column, reason };
}

function readRide(line: RowReader, phone: ReturnType<typeof phoneReader>) {
  const driver = line.text("driver_assigned");
  const driverAssigned = driver === null ? null : readName(driver);
  const driverPhone = line.text("driver_phone");
  return {
    ...readTexts(line),
    pickupAddress: addressText(line.texts("pickup_address")),
    dropoffLocation: addressText(line.texts("dropoff_location")),
    driverAssigned,
    driverKey: driverAssigned === null ? null : nameKey(driverAssigned) || null,
    driverPhoneE164: driverPhone === null ? null : phone([{ text: driverPhone, own: true }]).phoneE164,
  };
}
