import { countryOfZone } from "../../phone/country.ts";
import { confirmationKey } from "../../reservations/confirmation.ts";
import { RESERVATION_FIELDS, type ReservationRow } from "../../reservations/fields.ts";
import { nameKey } from "../../reservations/name.ts";
import { chooseMapping } from "./choose-mapping.ts";
import { momentParser, settleDateStyles } from "./dates.ts";
import { localClock } from "./local-clock.ts";
import { columnsQuestion, type MappedReservations, type ReservationsInput, unanswered } from "./mapped.ts";
import { type RowError, warningList } from "./notes.ts";
import { isShortened, readCount, readName } from "./read-fields.ts";
import { phoneReader } from "./read-phone.ts";
import { statusReader } from "./read-status.ts";
import { textReader } from "./read-texts.ts";
import { timesReader } from "./read-times.ts";
import { seenBookings } from "./seen-bookings.ts";
import { type RowReader, readTable, titlesOf } from "./table-reader.ts";

const readTexts = textReader(RESERVATION_FIELDS);
const TIMES = ["pickup_time", "dropoff_time", "flight_time"] as const;

/**
 * The bookings of a list, read by the titles of its columns. A row without a number, with an unreadable pick-up or twice
 * the same is an error and never stops the others; what is unclear for the whole file is asked, and then nothing is read.
 * @throws RangeError on an unknown zone
 */
export function mapReservations(input: ReservationsInput): MappedReservations {
  const {
    columns,
    rows,
    firstRow = 2,
    timezone,
    country = countryOfZone(input.timezone),
    statusWords = {},
    dateOrder,
  } = input;
  const { mapping, missing } = chooseMapping("reservations", columns, input.mapping);
  if (missing.length > 0) return { ...unanswered([columnsQuestion(missing)]), dateOrder: null };

  const title = (field: string) => titlesOf(columns, mapping, field);
  const parse = momentParser();
  const fields = TIMES.map((field) => ({ title: title(field), indexes: mapping[field] ?? [] }));
  const { styles, questions, overruled } = settleDateStyles(fields, rows, { parse, firstRow, given: dateOrder });
  if (questions.length > 0) return { ...unanswered(questions), dateOrder: null };

  const errors: RowError[] = [];
  const warnings = warningList();
  for (const column of overruled) warnings.add("date_order_overruled", column, OVERRULED, { row: firstRow });
  const read = {
    times: timesReader({ styles, parse, title, zone: { timezone, clock: localClock(timezone) }, warnings }),
    phone: phoneReader(country),
    status: statusReader(statusWords),
    twice: seenBookings(title("confirmation_number"), warnings),
  };

  const bookings: ReservationRow[] = [];
  for (const line of readTable({ columns, rows, firstRow }, mapping, { errors, warnings })) {
    const number = readNumber(line);
    if ("reason" in number) {
      errors.push({ row: line.row, column: title("confirmation_number"), reason: number.reason });
      continue;
    }
    const times = read.times(line);
    if ("reason" in times) {
      errors.push({ row: line.row, column: title("pickup_time"), reason: times.reason });
      continue;
    }
    const booking = { ...number, ...readPassenger(line), ...times, timezone, ...readRide(line), ...readStatus(line) };
    const repeated = read.twice(booking, line.row);
    if (repeated) errors.push(repeated);
    else bookings.push(booking);
  }
  return { rows: bookings, errors, warnings: warnings.all(), questions: [], dateOrder: styles[0]?.order ?? null };

  function readPassenger(line: RowReader) {
    const name = line.text("customer_name");
    const { secondPhoneE164: _, ...phone } = read.phone(line.texts("telephone"));
    if (phone.telephone !== null && phone.phoneE164 === null) {
      const message = "Telephone numbers that cannot be dialled: these callers are not recognised by their number.";
      warnings.add("unreadable_phone", title("telephone"), message, { row: line.row, word: phone.telephone });
    }
    const count = readCount(line.text("num_passengers") ?? "");
    if (count === undefined) {
      const message = "Numbers of passengers that are not a number are left out.";
      warnings.add("unreadable_count", title("num_passengers"), message, { row: line.row });
    }
    return { customerName: name === null ? null : readName(name), ...phone, numPassengers: count ?? null };
  }

  function readStatus(line: RowReader) {
    const statusText = line.text("status");
    const status = statusText === null ? null : read.status(statusText);
    if (statusText !== null && status === null) {
      const message = "Statuses that are not known are taken as pending. Say what they mean to have them read.";
      warnings.add("unknown_status", title("status"), message, { row: line.row, word: statusText });
    }
    return { status: status ?? ("pending" as const), statusText };
  }
}

const OVERRULED = "The dates of this column can only be read in another order than the one that was given.";

type Number = { confirmationNumber: string; confirmationKey: string } | { reason: string };

function readNumber(line: RowReader): Number {
  const confirmationNumber = line.text("confirmation_number");
  if (confirmationNumber === null) return { reason: "The row has no confirmation number." };
  if (isShortened(confirmationNumber)) {
    return {
      reason: `“${confirmationNumber}” was shortened by a spreadsheet; format the column as text and export again.`,
    };
  }
  const key = confirmationKey(confirmationNumber);
  if (key === "") return { reason: `“${confirmationNumber}” has no letter or digit that a caller could say.` };
  return { confirmationNumber, confirmationKey: key };
}

function readRide(line: RowReader) {
  const driver = line.text("driver_assigned");
  const driverAssigned = driver === null ? null : readName(driver);
  return {
    ...readTexts(line),
    driverAssigned,
    driverKey: driverAssigned === null ? null : nameKey(driverAssigned) || null,
  };
}
