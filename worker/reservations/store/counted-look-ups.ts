import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { lookUps, tenantConfig } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { namedBy, ownedBy, tenantBy } from "../../db/owned-by.ts";
import { preparedStatement } from "../../db/prepared-statement.ts";
import type { TenantScope } from "../../tenancy/scope.ts";
import { type Counted, LOOK_UP_RESULTS, type LookUpResult, NOTHING_COUNTED } from "../look-up-limits.ts";

/** A look-up that begins. `caller`: E.164, or `call:<id>` where the number is withheld. */
export type Arrival = { id: string; caller: string };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_OF_A_CALLER = 60; // far more than the limits let pass in a day

/**
 * The statement that counts a look-up as open and returns what was counted before it, for `readCounted`. It must run in
 * the transaction that looks up, so that each of forty look-ups at the same moment is told about those before it.
 */
export function countArrival(scope: TenantScope, db: Database, { id, caller }: Arrival, now: number) {
  const values = { id, tenant: namedBy(scope), caller, now, hourAgo: now - HOUR_MS, dayAgo: now - DAY_MS };
  return arrivals[scope.by](db, values);
}

const lookedUp = (by: TenantScope["by"]) => {
  const others = sql`user_id = ${tenantBy(by, sql.placeholder("tenant"))} AND missed_at > ${sql.placeholder("dayAgo")} AND id <> ${sql.placeholder("id")}`;
  return preparedStatement(sql`INSERT INTO ${lookUps} (id, user_id, caller, missed_at, result)
    SELECT ${sql.placeholder("id")}, user_id, ${sql.placeholder("caller")}, ${sql.placeholder("now")}, 'open'
    FROM ${tenantConfig} WHERE user_id = ${tenantBy(by, sql.placeholder("tenant"))}
    RETURNING
      (SELECT json_array(count(*) FILTER (WHERE result <> 'heard'), count(*) FILTER (WHERE result = 'date_missed'),
          count(DISTINCT person), count(DISTINCT coalesce(person, id)) FILTER (WHERE missed_at > ${sql.placeholder("hourAgo")}),
          max(missed_at) FILTER (WHERE result <> 'heard'))
        FROM ${lookUps} WHERE ${others}) AS company,
      (SELECT json_group_array(json_array(missed_at, result, person)) FROM
        (SELECT missed_at, result, person FROM ${lookUps} WHERE ${others} AND caller = ${sql.placeholder("caller")}
          ORDER BY missed_at DESC LIMIT ${sql.raw(String(MOST_OF_A_CALLER))})) AS caller`);
};
const arrivals = { user: lookedUp("user"), number: lookedUp("number") };

const returned = z.tuple([
  z.object({
    company: z.string().transform((text) => companyRow.parse(JSON.parse(text))),
    caller: z.string().transform((text) => z.array(callerRow).parse(JSON.parse(text))),
  }),
]);
const companyRow = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number().nullable()]);
const callerRow = z.tuple([z.number(), z.enum(LOOK_UP_RESULTS), z.string().nullable()]);

/** What `countArrival` returned; nothing if nobody has the dialled number. */
export function readCounted(rows: unknown[]): Counted {
  if (rows.length === 0) return NOTHING_COUNTED;
  const [{ company, caller }] = returned.parse(rows);
  const [misses, dateMisses, heard, lastHour, lastMissAt] = company;
  return {
    caller: caller.map(([at, result, person]) => ({ at, result, person })),
    company: { misses, dateMisses, heard, lastHour, lastMissAt },
  };
}

/**
 * Records how a look-up ended, or forgets it (null) if it told nothing and was no miss. Until then it counts as a miss,
 * so it may be recorded after the answer, and it is counted even if recording fails.
 */
export async function settleLookUp(
  scope: TenantScope,
  db: Database,
  id: string,
  settled: { result: Exclude<LookUpResult, "open">; person?: string } | null,
): Promise<void> {
  const it = and(ownedBy(scope, lookUps.userId), eq(lookUps.id, id));
  if (settled === null) await db.delete(lookUps).where(it);
  else
    await db
      .update(lookUps)
      .set({ person: null, ...settled })
      .where(it);
}
