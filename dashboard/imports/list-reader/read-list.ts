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
import type { Choices, PreviewRow, ReadList } from "./messages.ts";

const PREVIEWED = 5;
const ERRORS_SHOWN = 200;

/** Reads the list by the server's own rules, with its first rows in the agent's words. */
export function readList({ columns, rows, firstRow }: Table, choices: Choices): ReadList {
  const { kind, mapping, dateOrder, statusWords, timezone } = choices;
  const input = { columns, rows, firstRow, mapping };
  if (kind === "drivers") return summary(mapDrivers({ ...input, country: countryOfZone(timezone) }), driverPreview);
  const order = dateOrder ? { dateOrder } : {};
  const mapped = mapReservations({ ...input, ...order, timezone, statusWords });
  return summary(mapped, (row) => reservationPreview(row, timezone));
}

function summary<Row>({ rows, errors, warnings, questions }: Mapped<Row>, preview: (row: Row) => PreviewRow): ReadList {
  return {
    rows: rows.length,
    preview: rows.slice(0, PREVIEWED).map(preview),
    errors: errors.slice(0, ERRORS_SHOWN),
    errorCount: errors.length,
    warnings,
    dateQuestions: questions.filter((question) => question.question === "date_order"),
    missing: questions.flatMap((question) => (question.question === "columns" ? question.missing : [])),
    unknownStatuses: warnings.flatMap(({ code, words }) => (code === "unknown_status" ? (words ?? []) : [])),
  };
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
