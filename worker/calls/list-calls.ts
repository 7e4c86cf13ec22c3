import type * as z from "zod";
import { dayBounds } from "../hours/day-bounds.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { callFilter } from "./call-schema.ts";
import { callsPage } from "./store/call-log.ts";

type Wanted = z.output<typeof callFilter> & { cursor: Parameters<typeof callsPage>[2]["cursor"]; limit: number };

/** A page of calls, newest first. The filter's days are in the company's time zone, both included. */
export async function listCalls(scope: UserScope, { db, now }: Services, { from, to, ...wanted }: Wanted) {
  const zone = await companyZone(scope, db);
  return callsPage(scope, db, {
    ...wanted,
    from: from === undefined ? null : (dayBounds(from, zone)?.start ?? null),
    to: to === undefined ? null : (dayBounds(to, zone)?.end ?? null),
    now: now(),
  });
}
