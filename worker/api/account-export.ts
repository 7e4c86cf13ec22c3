import { Hono } from "hono";
import { exportAccount } from "../export/export-account.ts";
import type { AppEnv } from "../http/context.ts";
import { utcDay } from "../lib/utc-day.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const accountExportRoute = new Hono<AppEnv & SignedIn>().get("/", (c) => {
  const services = c.get("services");
  return c.body(exportAccount(c.get("scope"), services, c.get("operator")), 200, {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="nightdesk-${utcDay(services.now())}.zip"`,
  });
});
