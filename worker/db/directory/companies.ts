import { eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { retention, tenantConfig } from "../../../drizzle/schema.ts";
import type { Database } from "../database.ts";

/** How many companies there are, counting only up to two, because all we need to know is whether there is more than one. */
export async function countTenants(db: Database): Promise<number> {
  const rows = await db.select({ one: sql`1` }).from(tenantConfig).limit(2);
  return rows.length;
}

/** Whether this company exists, for jobs that carry its id. */
export async function isCompany(db: Database, userId: string): Promise<boolean> {
  return (await companiesWhere(db, eq(tenantConfig.userId, userId), 1)).length > 0;
}

/** Companies that fulfil a condition on their settings, their retention or their calls. */
export async function companiesWhere(db: Database, condition: SQL | undefined, limit: number): Promise<string[]> {
  const rows = await db
    .select({ userId: tenantConfig.userId })
    .from(tenantConfig)
    .leftJoin(retention, eq(retention.userId, tenantConfig.userId))
    .where(condition)
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Companies that have an agent of their own at Retell. */
export async function companiesWithDedicatedAgents(db: Database): Promise<string[]> {
  const rows = await db
    .select({ userId: tenantConfig.userId })
    .from(tenantConfig)
    .where(isNotNull(tenantConfig.retellAgentId));
  return rows.map(({ userId }) => userId);
}
