import { isFresh } from "../reservations/transfer.ts";
import type { Services } from "../services.ts";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { importReply, UNREAD } from "./import-reply.ts";
import { countRows, currentVersion } from "./store/imports.ts";
import type { Kind } from "./version.ts";

const HOUR_MS = 3_600_000;

/** What callers hear now, how old it is, and whether they can be put through to drivers. Epoch milliseconds. */
export async function listStatus(scope: UserScope, { db, now }: Services) {
  const config = (await savedConfig(scope, db))?.config ?? DEFAULT_CONFIG;
  const rules = { freshHours: config.fresh_hours, transferEnabled: config.transfer_enabled, now: now() };
  const [reservations, drivers] = await Promise.all([
    listState(scope, db, "reservations", rules),
    listState(scope, db, "drivers", rules),
  ]);
  return { reservations, drivers, fresh_hours: config.fresh_hours };
}

type Rules = { freshHours: number; transferEnabled: boolean; now: number };

/** Only the age of the bookings decides about transfers, because drivers change less often than rides. */
async function listState(
  scope: UserScope,
  db: Services["db"],
  kind: Kind,
  { freshHours, transferEnabled, now }: Rules,
) {
  const [current, rows] = await Promise.all([currentVersion(scope, db, kind), countRows(scope, db, kind)]);
  const asOf = current?.importedAt ?? null;
  const fresh = isFresh(asOf, freshHours, now);
  return {
    current: current && importReply(current, UNREAD),
    as_of: asOf,
    fresh,
    stale_since: asOf === null || fresh ? null : asOf + freshHours * HOUR_MS,
    transfers_on: transferEnabled && (kind === "drivers" ? current !== null : fresh),
    rows,
  };
}
