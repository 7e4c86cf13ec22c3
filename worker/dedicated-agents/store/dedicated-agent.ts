import { and, isNotNull, isNull, lt, or } from "drizzle-orm";
import { tenantConfig } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type DedicatedAgent = { agentId: string; missingAt: number | null };

/** The company's own agent, even while Retell does not have it; null if the shared one serves the company. */
export async function dedicatedAgent(scope: UserScope, db: Database): Promise<DedicatedAgent | null> {
  const [row] = await db
    .select({ agentId: tenantConfig.retellAgentId, missingAt: tenantConfig.retellAgentMissingAt })
    .from(tenantConfig)
    .where(ownedBy(scope, tenantConfig.userId));
  return row?.agentId ? { agentId: row.agentId, missingAt: row.missingAt } : null;
}

/** Notes a check that is about to be made. False if there is nothing to check, or it was checked since `before`. */
export async function claimCheck(
  scope: UserScope,
  db: Database,
  { now, before }: { now: number; before: number },
): Promise<boolean> {
  const { retellAgentId, retellAgentCheckedAt } = tenantConfig;
  const isDue = or(isNull(retellAgentCheckedAt), lt(retellAgentCheckedAt, before));
  const claimed = await db
    .update(tenantConfig)
    .set({ retellAgentCheckedAt: now })
    .where(and(ownedBy(scope, tenantConfig.userId), isNotNull(retellAgentId), isDue))
    .returning({ userId: tenantConfig.userId });
  return claimed.length > 0;
}

/** Records that Retell does not have the agent any more (`missingAt`), or has it again (null). Writes the audit row too. */
export async function noteAgent(scope: UserScope, db: Database, missingAt: number | null): Promise<void> {
  await db.batch([
    db.update(tenantConfig).set({ retellAgentMissingAt: missingAt }).where(ownedBy(scope, tenantConfig.userId)),
    insertAudit(scope, db, { actor: "reconciliation", action: missingAt === null ? "agent.found" : "agent.missing" }),
  ]);
}
