import * as z from "zod";
import { wallTimeToInstant } from "../hours/wall-time-to-instant.ts";
import type { KeysWhere } from "../lib/field-table.ts";
import { textEdits } from "../lib/text-edits.ts";
import { countryOfZone } from "../phone/country.ts";
import { readPhones } from "../phone/read-phones.ts";
import {
  EDITED_FIELDS,
  type EditedField,
  type EditName,
  editName,
  RESERVATION_FIELDS,
  type StoredReservation,
} from "./fields.ts";
import { nameKey } from "./name.ts";
import { searchKey } from "./search-key.ts";
import { RESERVATION_STATUSES } from "./status.ts";

/** Fields with a rule of their own. */
const own = {
  pickup_at: z
    .string("Write the pick-up as YYYY-MM-DD HH:MM.")
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, "Write the pick-up as YYYY-MM-DD HH:MM.")
    .optional(),
  num_passengers: z
    .int("Write a whole number of passengers.")
    .min(0, "Write a whole number of passengers.")
    .max(999, "No booking has a thousand passengers.")
    .nullable()
    .optional(),
  status: z.enum(RESERVATION_STATUSES, "Choose a status from the list.").optional(),
} satisfies Record<EditName<KeysWhere<typeof RESERVATION_FIELDS, "edit", "own">>, z.ZodType>;

/** What an operator may change about a booking by hand. An absent field stays as it is; "" and null clear it. */
export const reservationEdit = z.object({
  ...textEdits(RESERVATION_FIELDS),
  ...own,
  keep_edit: z.boolean("Say yes (true) or no (false).").optional(),
});

export type ReservationEdit = z.output<typeof reservationEdit>;

type Booking = Omit<StoredReservation, "pickupAt"> & { pickupAt: number | null };
type Columns = Partial<Booking>;

/**
 * What an edit changes: the fields, and the new values of their columns. `problem` is set if the clocks skip that pick-up
 * time or show it twice.
 */
export type Edited = { fields: EditedField[]; columns: Columns; problem: string | null };

/** The columns that an edit changes, including those that are derived from others. */
export function editedColumns(booking: Booking, { pickup_at, ...values }: ReservationEdit): Edited {
  const pickup = pickup_at === undefined ? null : instantOf(pickup_at, booking.timezone);
  if (pickup && "problem" in pickup) return { fields: [], columns: {}, problem: pickup.problem };
  const entered: Record<string, unknown> = { ...values, ...(pickup && { pickup_at: pickup.at }) };
  const fields = EDITED_FIELDS.filter((field) => {
    const value = entered[editName(field)];
    return value !== undefined && value !== booking[ownColumn(field)];
  });
  const columns: Columns = {};
  for (const field of fields) Object.assign(columns, { [ownColumn(field)]: entered[editName(field)] });
  const after = { ...booking, ...columns };
  for (const column of fields.flatMap(followersOf)) Object.assign(columns, { [column]: FOLLOWS[column](after) });
  return { fields, columns, problem: null };
}

function instantOf(wallTime: string, timezone: string): { at: number } | { problem: string } {
  const wall = wallTimeToInstant(wallTime, timezone);
  return wall && "at" in wall ? wall : { problem: PROBLEMS[wall?.problem ?? "unknown"] };
}

function ownColumn(field: EditedField) {
  return RESERVATION_FIELDS[field].columns[0];
}

type Followers<T> = T extends readonly [unknown, ...infer Rest] ? Rest[number] : never;
type Follower = Followers<(typeof RESERVATION_FIELDS)[EditedField]["columns"]>;

/** How a column is derived from the booking after an edit. */
const FOLLOWS: Record<Follower, (after: Booking) => string | null> = {
  phoneE164: (after) => phonesOf(after)[0]?.e164 ?? null,
  secondPhoneE164: (after) => phonesOf(after)[1]?.e164 ?? null,
  pickupKind: () => "time", // an operator enters a time
  driverKey: ({ driverAssigned }) => (driverAssigned === null ? null : nameKey(driverAssigned) || null),
  driverPhoneE164: () => null, // it belonged to the driver before
  statusText: () => null, // the dispatch system's word is no longer true
  searchKey: (after) =>
    searchKey({ ...after, phoneE164: FOLLOWS.phoneE164(after), secondPhoneE164: FOLLOWS.secondPhoneE164(after) }),
};

function phonesOf({ telephone, timezone }: Booking) {
  return readPhones(telephone ?? "", countryOfZone(timezone));
}

function followersOf(field: EditedField): Follower[] {
  const [, ...followers]: readonly [unknown, ...Follower[]] = RESERVATION_FIELDS[field].columns;
  return followers;
}

const PROBLEMS = {
  unknown: "There is no such day or time.",
  skipped: "The clocks skip this time when summer time begins. Choose an hour earlier or later.",
  repeated: "The clocks show this time twice when summer time ends. Choose another minute.",
};
