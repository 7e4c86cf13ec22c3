import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { listQuery, pageOf, refusedCursor } from "../http/page-query.ts";
import { notFound } from "../lib/errors.ts";
import { editBooking } from "../reservations/edit-booking.ts";
import { bookingCursor, bookingQuery, listBookings } from "../reservations/list-bookings.ts";
import { reservationEdit } from "../reservations/reservation-edit.ts";
import { reservationReply } from "../reservations/reservation-reply.ts";
import { findReservation } from "../reservations/store/reservation-list.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const reservationsRoute = new Hono<AppEnv & SignedIn>()
  .get("/", listQuery(bookingQuery), async (c) => {
    const { cursor, limit, ...query } = c.req.valid("query");
    const after = cursor === undefined ? null : bookingCursor.read(cursor);
    if (cursor !== undefined && after === null) throw refusedCursor();
    const wanted = { after, limit: limit + 1 };
    const { rows, total } = await listBookings(c.get("scope"), c.get("services"), query, wanted);
    const page = pageOf(rows, limit, (row) => bookingCursor.write(query.sort, row));
    return c.json({ items: page.items.map(reservationReply), next_cursor: page.next_cursor, total });
  })
  .get("/:id", async (c) => {
    const booking = await findReservation(c.get("scope"), c.get("services").db, c.req.param("id"));
    if (!booking) throw notFound();
    return c.json(reservationReply(booking));
  })
  .patch("/:id", jsonBody(reservationEdit), async (c) => {
    const change = { edit: c.req.valid("json"), actor: c.get("actor") };
    return c.json(reservationReply(await editBooking(c.get("scope"), c.get("services"), c.req.param("id"), change)));
  });
