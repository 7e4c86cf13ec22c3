import { Hono } from "hono";
import * as z from "zod";
import { changeDriver, createDriver, deleteDriver } from "../drivers/change-drivers.ts";
import { driverEdit, newDriver } from "../drivers/driver-edit.ts";
import { driverReply } from "../drivers/driver-reply.ts";
import { type DriverPlace, driverPage, unreachableDrivers } from "../drivers/store/driver-list.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { listQuery, pageOf, refusedCursor } from "../http/page-query.ts";
import { searchWords } from "../reservations/search-key.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const MOST_UNREACHABLE = 200; // a list with more has another problem than single drivers
const search = z.object({ search: z.string().max(100, "Search for at most 100 characters.").default("") });

export const driversRoute = new Hono<AppEnv & SignedIn>()
  .get("/", listQuery(search), async (c) => {
    const [scope, { db, now }] = [c.get("scope"), c.get("services")];
    const { search: text, cursor, limit } = c.req.valid("query");
    const wanted = { words: searchWords(text), after: readCursor(cursor), limit: limit + 1, now: now() };
    const [rows, unreachable] = await Promise.all([
      driverPage(scope, db, wanted),
      unreachableDrivers(scope, db, { now: now(), limit: MOST_UNREACHABLE }),
    ]);
    const page = pageOf(rows, limit, ({ nameKey, id }) => JSON.stringify([nameKey, id]));
    return c.json({ items: page.items.map(driverReply), next_cursor: page.next_cursor, unreachable });
  })
  .post("/", jsonBody(newDriver), async (c) => {
    const added = await createDriver(c.get("scope"), c.get("services"), c.req.valid("json"), c.get("actor"));
    return c.json(driverReply(added), 201);
  })
  .patch("/:id", jsonBody(driverEdit), async (c) => {
    const change = { edit: c.req.valid("json"), actor: c.get("actor") };
    return c.json(driverReply(await changeDriver(c.get("scope"), c.get("services"), c.req.param("id"), change)));
  })
  .delete("/:id", async (c) => {
    await deleteDriver(c.get("scope"), c.get("services"), c.req.param("id"), c.get("actor"));
    return c.body(null, 204);
  });

const place = z.tuple([z.string(), z.string()]);

function readCursor(text: string | undefined): DriverPlace | null {
  if (text === undefined) return null;
  try {
    return place.parse(JSON.parse(text));
  } catch {
    throw refusedCursor();
  }
}
