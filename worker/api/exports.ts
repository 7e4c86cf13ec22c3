import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { csvDownload } from "../http/csv-download.ts";
import { exportDrivers, exportReservations } from "../reservations/export.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const exportsRoute = new Hono<AppEnv & SignedIn>()
  .get("/reservations.csv", async (c) =>
    csvDownload(c, "reservations.csv", await exportReservations(c.get("scope"), c.get("services"))),
  )
  .get("/drivers.csv", async (c) =>
    csvDownload(c, "drivers.csv", await exportDrivers(c.get("scope"), c.get("services"))),
  );
