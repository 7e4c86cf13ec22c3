import { Hono } from "hono";
import { auditEventsRoute } from "./audit-events.ts";
import { importsRoute } from "./imports.ts";
import { overviewRoute } from "./overview.ts";
import { phoneNumbersRoute } from "./phone-numbers.ts";
import { tenantConfigRoute } from "./tenant-config.ts";

/** What a signed-in operator may ask, below /api. */
export const api = new Hono()
  .route("/tenant-config", tenantConfigRoute)
  .route("/phone-numbers", phoneNumbersRoute)
  .route("/imports", importsRoute)
  .route("/overview", overviewRoute)
  .route("/audit-events", auditEventsRoute);

/** For the dashboard's typed client: `hc<Api>("/api")`. */
export type Api = typeof api;
