import { and, eq } from "drizzle-orm";
import { carrierAccounts } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Carrier } from "../carriers.ts";

export type StoredAccount = typeof carrierAccounts.$inferSelect;

export async function carrierAccount(scope: UserScope, db: Database, carrier: Carrier): Promise<StoredAccount | null> {
  const [account] = await db.select().from(carrierAccounts).where(ofCarrier(scope, carrier));
  return account ?? null;
}

/** Writes the audit row too. */
export async function saveCarrierAccount(
  scope: UserScope,
  db: Database,
  carrier: Carrier,
  account: Omit<StoredAccount, "userId" | "carrier" | "createdAt" | "updatedAt">,
): Promise<void> {
  await db.batch([
    db
      .insert(carrierAccounts)
      .values({ ...account, userId: scope.userId, carrier })
      .onConflictDoUpdate({ target: [carrierAccounts.userId, carrierAccounts.carrier], set: account }),
    insertAudit(scope, db, { actor: scope.userId, action: "carrier.saved", subject: carrier }),
  ]);
}

/** Writes the audit row too. False if there was no account. */
export async function deleteCarrierAccount(scope: UserScope, db: Database, carrier: Carrier): Promise<boolean> {
  if (!(await carrierAccount(scope, db, carrier))) return false;
  await db.batch([
    db.delete(carrierAccounts).where(ofCarrier(scope, carrier)),
    insertAudit(scope, db, { actor: scope.userId, action: "carrier.removed", subject: carrier }),
  ]);
  return true;
}

function ofCarrier(scope: UserScope, carrier: Carrier) {
  return and(ownedBy(scope, carrierAccounts.userId), eq(carrierAccounts.carrier, carrier));
}
