import { Hono } from "hono";
import { accountClosureRoute } from "./account-closure.ts";
import { accountExportRoute } from "./account-export.ts";
import { analyticsRoute } from "./analytics.ts";
import { answeringOverrideRoute } from "./answering-override.ts";
import { apiKeysRoute } from "./api-keys.ts";
import { auditEventsRoute } from "./audit-events.ts";
import { blockedCallersRoute } from "./blocked-callers.ts";
import { callsRoute } from "./calls.ts";
import { carriersRoute } from "./carriers.ts";
import { driversRoute } from "./drivers.ts";
import { exportsRoute } from "./exports.ts";
import { importMappingsRoute } from "./import-mappings.ts";
import { importStatusRoute } from "./import-status.ts";
import { importsRoute } from "./imports.ts";
import { messageSettingsRoute } from "./message-settings.ts";
import { messagesRoute } from "./messages.ts";
import { overviewRoute } from "./overview.ts";
import { phoneNumbersRoute } from "./phone-numbers.ts";
import { reservationLookupsRoute } from "./reservation-lookups.ts";
import { reservationsRoute } from "./reservations.ts";
import { retentionRoute } from "./retention.ts";
import { tenantConfigRoute } from "./tenant-config.ts";
import { tryOutsRoute } from "./try-outs.ts";
import { usageRoute } from "./usage.ts";

/** The routes below /api for a signed-in operator. */
export const api = new Hono()
  .route("/tenant-config", tenantConfigRoute)
  .route("/phone-numbers", phoneNumbersRoute)
  .route("/carriers", carriersRoute)
  .route("/analytics", analyticsRoute)
  .route("/usage", usageRoute)
  .route("/answering-override", answeringOverrideRoute)
  .route("/overview", overviewRoute)
  .route("/imports", importsRoute)
  .route("/import-status", importStatusRoute)
  .route("/import-mappings", importMappingsRoute)
  .route("/", exportsRoute)
  .route("/reservations", reservationsRoute)
  .route("/reservation-lookups", reservationLookupsRoute)
  .route("/drivers", driversRoute)
  .route("/api-keys", apiKeysRoute)
  .route("/messages", messagesRoute)
  .route("/message-settings", messageSettingsRoute)
  .route("/calls", callsRoute)
  .route("/blocked-callers", blockedCallersRoute)
  .route("/retention", retentionRoute)
  .route("/try-outs", tryOutsRoute)
  .route("/account-export", accountExportRoute)
  .route("/account-closure", accountClosureRoute)
  .route("/", auditEventsRoute);

/** For the dashboard's typed client: `hc<Api>("/api")`. */
export type Api = typeof api;
