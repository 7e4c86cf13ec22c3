import type { DriverRow } from "../../../worker/drivers/fields.ts";
import { mapDrivers } from "../../../worker/imports/reading/map-drivers.ts";
import { mapReservations } from "../../../worker/imports/reading/map-reservations.ts";
import type { Mapped } from "../../../worker/imports/reading/mapped.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import { countryOfZone } from "../../../worker/phone/country.ts";
import { phoneText } from "../../../worker/phone/phone-text.ts";
import type { ReservationRow } from "../../../worker/reservations/fields.ts";
import { sayPickup } from "../../../worker/reservations/say-pickup.ts";
import { STATUS_WORDS } from "../../reservations/status-words.ts";
import { columnsOf } from "./columns-of.ts";
import type { Choices, PreviewRow, ReadList } from "./messages.ts";
import { unknownStatuses } from "./unknown-statuses.ts";

const PREVIEWED = 5;
const ERRORS_SHOWN = 200;

/** Reads the list by the server's own rules, with its first rows in the agent's words. */
export function readList(table: Table, choices: Choices): ReadList {
  const { columns, rows, firstRow } = table;
  const { kind, mapping, timezone } = choices;
  if (kind === "drivers") {
    const mapped = mapDrivers({ columns, rows, firstRow, mapping, country: countryOfZone(timezone) });
    return { ...summary(mapped, driverPreview), unknownStatuses: [] };
  }
  const { mapped, dateQuestions, assumed } = readAhead(table, choices);
  return {
    ...summary(mapped, (row) => reservationPreview(row, timezone)),
    dateQuestions,
    unknownStatuses: unknownStatuses(table, choices, assumed.warnings),
  };
}

/**
 * The list as the operator chose to read it and, while questions are open, also as it would be read with the first
 * possible answer to each, so that the operator sees from the start how many questions there are.
 */
function readAhead(table: Table, choices: Choices) {
  const mapped = readReservations(table, choices);
  let assumed = mapped;
  let guess = choices;
  const missing = missingIn(mapped);
  if (missing.length > 0 && missing.every(({ candidates }) => candidates)) {
    const first = missing.map(({ field, candidates: rivals = [] }) => {
      const [title = ""] = rivals;
      return [field, columnsOf(choices.kind, table, { field, title, rivals })];
    });
    guess = { ...guess, mapping: { ...guess.mapping, ...Object.fromEntries(first) } };
    assumed = readReservations(table, guess);
  }
  const dateQuestions = datesIn(assumed);
  const [order = null] = dateQuestions[0]?.options ?? [];
  if (order) assumed = readReservations(table, { ...guess, dateOrder: order });
  return { mapped, dateQuestions, assumed };
}

function readReservations({ columns, rows, firstRow }: Table, choices: Choices) {
  const { mapping, dateOrder, statusWords, timezone } = choices;
  return mapReservations({
    ...{ columns, rows, firstRow, mapping, timezone, statusWords },
    ...(dateOrder && { dateOrder }),
  });
}

function summary<Row>(mapped: Mapped<Row>, preview: (row: Row) => PreviewRow): Omit<ReadList, "unknownStatuses"> {
  const { rows, errors, warnings } = mapped;
  return {
    rows: rows.length,
    preview: rows.slice(0, PREVIEWED).map(preview),
    errors: errors.slice(0, ERRORS_SHOWN),
    errorCount: errors.length,
    warnings,
    dateQuestions: datesIn(mapped),
    missing: missingIn(mapped),
  };
}

function datesIn({ questions }: Pick<Mapped<unknown>, "questions">) {
  return questions.filter((question) => question.question === "date_order");
}

function missingIn({ questions }: Pick<Mapped<unknown>, "questions">) {
  return questions.flatMap((question) => (question.question === "columns" ? question.missing : []));
}

function reservationPreview(row: ReservationRow, timezone: string): PreviewRow {
  return filled({
    confirmation_number: row.confirmationNumber,
    customer_name: row.customerName,
    telephone: row.phoneE164 ? phoneText(row.phoneE164) : row.telephone,
    pickup_time: sayPickup(row, timezone, Date.now()),
    pickup_address: row.pickupAddress,
    dropoff_location: row.dropoffLocation,
    driver_assigned: row.driverAssigned,
    status: row.statusText ?? STATUS_WORDS[row.status],
  });
}

function driverPreview({ name, phone, phoneE164, availableDays }: DriverRow): PreviewRow {
  return filled({ name, phone: phoneE164 ? phoneText(phoneE164) : phone, available_days: availableDays });
}

function filled(row: Record<string, string | null>): PreviewRow {
  return Object.fromEntries(Object.entries(row).map(([field, text]) => [field, text ?? ""]));
}
