import type * as z from "zod";
import { dayBounds } from "../hours/day-bounds.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { auditFilter } from "./audit-filter.ts";
import { auditTrail } from "./store/audit-trail.ts";

type Wanted = z.output<typeof auditFilter> & { cursor: Parameters<typeof auditTrail>[2]["cursor"]; limit: number };

export type AuditRow = Awaited<ReturnType<typeof auditTrail>>[number];

/** A page of a company's history, newest first. The filter's days are in its time zone, both included. */
export async function listChanges(scope: UserScope, { db }: Services, { from, to, ...wanted }: Wanted) {
  const zone = await companyZone(scope, db);
  return auditTrail(scope, db, {
    ...wanted,
    from: from === undefined ? null : (dayBounds(from, zone)?.start ?? null),
    to: to === undefined ? null : (dayBounds(to, zone)?.end ?? null),
  });
}
