import { type SQL, sql } from "drizzle-orm";
import { isOneOf } from "../../../drizzle/columns.ts";
import { reservations } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import type { PickupKind } from "../../reservations/pickup-kind.ts";
import { FINISHED } from "../../reservations/status.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Coming } from "../coming-rides.ts";
import { currentList } from "./current-list.ts";
import { sameBooking } from "./version-tables.ts";

const LONGEST_DAY_MS = 25 * 3_600_000; // a ride whose time is open stands at the beginning of its day

/** A ride that callers hear about now and would no longer hear about; `pickup_at` in epoch milliseconds. */
export type DroppedRide = {
  confirmation_number: string;
  customer_name: string | null;
  pickup_at: number | null;
  pickup_kind: PickupKind;
};

/**
 * How many rides of the current list lie ahead at `now`, and
 * how many of them are not in the version, whatever their time.
 */
export async function comingRides(
  scope: UserScope,
  db: Database,
  { id, now }: { id: string; now: number },
): Promise<Coming> {
  const [counts] = await db.all<Coming>(
    sql`SELECT count(*) AS rides, coalesce(sum(${isLeftOut(scope, id)}), 0) AS dropped ${comingOf(scope, now)}`,
  );
  return counts ?? { rides: 0, dropped: 0 };
}

/** The first of the coming rides that are not in the version. */
export function droppedRides(
  scope: UserScope,
  db: Database,
  { id, now, limit }: { id: string; now: number; limit: number },
): Promise<DroppedRide[]> {
  return db.all<DroppedRide>(sql`SELECT base.confirmation_number AS confirmation_number, base.customer_name AS customer_name,
      base.pickup_at AS pickup_at, base.pickup_kind AS pickup_kind ${comingOf(scope, now)} AND ${isLeftOut(scope, id)}
    ORDER BY base.pickup_at, base.id LIMIT ${limit}`);
}

/** Cancelled rides do not count: many systems leave them out of their next export. */
function comingOf(scope: UserScope, now: number): SQL {
  return sql`FROM ${reservations} base WHERE base.user_id = ${scope.userId}
    AND base.import_id = ${currentList(scope, "reservations")}
    AND base.pickup_at >= ${now - LONGEST_DAY_MS} AND (base.pickup_at >= ${now} OR base.pickup_kind = 'day')
    AND NOT ${isOneOf(sql`base.ride_status`, FINISHED)}`;
}

function isLeftOut(scope: UserScope, id: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${reservations} fresh WHERE fresh.user_id = ${scope.userId} AND fresh.import_id = ${id}
    AND ${sameBooking("reservations")})`;
}
