import { Temporal } from "temporal-polyfill/implementation";
import * as z from "zod";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { searchWords } from "./search-key.ts";
import { RESERVATION_STATUSES } from "./status.ts";
import {
  countReservations,
  type Filter,
  type ListedReservation,
  type Place,
  placeOf,
  reservationPage,
} from "./store/reservation-list.ts";

/** `?search=…&day=…&status=…&sort=…` of the list of bookings. */
export const bookingQuery = z.object({
  search: z.string().max(100, "Search for fewer words.").default(""),
  day: z.union([z.literal(""), z.iso.date("Write the day as YYYY-MM-DD.")], "Write the day as YYYY-MM-DD.").default(""),
  status: z.union([z.literal(""), z.enum(RESERVATION_STATUSES)], "Choose a status from the list.").default(""),
  sort: z
    .enum(
      ["pickup_at", "-pickup_at", "confirmation_number", "customer_name"],
      "Sort by pickup_at, -pickup_at, confirmation_number or customer_name.",
    )
    .default("pickup_at"),
});

export type BookingQuery = z.output<typeof bookingQuery>;

/** One page of the current list, and how many bookings match in all. Days are the company's own. */
export async function listBookings(
  scope: UserScope,
  { db }: Services,
  query: BookingQuery,
  { after, limit }: { after: Place | null; limit: number },
): Promise<{ rows: ListedReservation[]; total: number }> {
  const filter = await filterOf(scope, db, query);
  const [rows, total] = await Promise.all([
    reservationPage(scope, db, { filter, sort: query.sort, after, limit }),
    countReservations(scope, db, filter),
  ]);
  return { rows, total };
}

/** Turns a booking into a cursor, and back; null for a cursor that this list never gave out. */
export const bookingCursor = {
  write: (sort: BookingQuery["sort"], row: ListedReservation): string => JSON.stringify(placeOf(sort, row)),
  read: (text: string): Place | null => {
    try {
      return place.parse(JSON.parse(text));
    } catch {
      return null;
    }
  },
};

const place = z.tuple([z.union([z.string(), z.number(), z.null()]), z.union([z.string(), z.number()])]);

async function filterOf(scope: UserScope, db: Services["db"], { search, day, status }: BookingQuery): Promise<Filter> {
  const span = day === "" ? { from: null, to: null } : await daySpan(scope, db, day);
  return { ...span, words: searchWords(search), status: status === "" ? null : status };
}

async function daySpan(scope: UserScope, db: Services["db"], day: string): Promise<{ from: number; to: number }> {
  const timezone = await companyZone(scope, db);
  const date = Temporal.PlainDate.from(day);
  const start = (of: Temporal.PlainDate) => of.toZonedDateTime(timezone).epochMilliseconds;
  return { from: start(date), to: start(date.add({ days: 1 })) };
}
