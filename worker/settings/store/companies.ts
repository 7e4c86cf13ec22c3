import { tenantConfig } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { TenantScope } from "../../tenancy/scope.ts";

/** The company that a scope stands for; null when nobody has the dialled number. */
export async function companyOf(scope: TenantScope, db: Database): Promise<{ userId: string } | null> {
  const [company] = await db
    .select({ userId: tenantConfig.userId })
    .from(tenantConfig)
    .where(ownedBy(scope, tenantConfig.userId));
  return company ?? null;
}
