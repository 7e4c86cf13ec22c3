import { Hono } from "hono";
import { auditEventsRoute } from "./audit-events.ts";
import { blockedCallersRoute } from "./blocked-callers.ts";
import { callsRoute } from "./calls.ts";
import { messageSettingsRoute } from "./message-settings.ts";
import { messagesRoute } from "./messages.ts";
import { overviewRoute } from "./overview.ts";
import { phoneNumbersRoute } from "./phone-numbers.ts";
import { retentionRoute } from "./retention.ts";
import { tenantConfigRoute } from "./tenant-config.ts";

/** What a signed-in operator may ask, below /api. */
export const api = new Hono()
  .route("/tenant-config", tenantConfigRoute)
  .route("/phone-numbers", phoneNumbersRoute)
  .route("/overview", overviewRoute)
  .route("/messages", messagesRoute)
  .route("/message-settings", messageSettingsRoute)
  .route("/calls", callsRoute)
  .route("/blocked-callers", blockedCallersRoute)
  .route("/retention", retentionRoute)
  .route("/audit-events", auditEventsRoute);

/** For the dashboard's typed client: `hc<Api>("/api")`. */
export type Api = typeof api;
