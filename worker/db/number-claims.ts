import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../drizzle/schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { insertAudit } from "./audit.ts";
import type { Database } from "./database.ts";
import { notBought } from "./number-jobs.ts";
import { insertMail, type NewMail } from "./outbox.ts";
import { ownedBy } from "./owned-by.ts";
import type { NumberToStore, StoredNumber } from "./phone-numbers.ts";
import { promoteOldest } from "./primary-number.ts";
import { violatesUnique } from "./unique-violation.ts";

type OldClaim = Pick<StoredNumber, "id" | "importSentAt" | "importAnsweredAt" | "revision"> & { scope: UserScope };

/**
 * Gives a number from the company that never proved it to the one that asks for it now: the old row goes, the new one
 * comes, both have it on record and the first claimant is written to, in one batch. Null, and nothing is written, when
 * the claim was proven, changed or taken meanwhile: the unique index decides. What may be at Retell goes over with it.
 */
export async function takeOverNumber(
  scope: UserScope,
  db: Database,
  number: NumberToStore,
  { old, mail, now, actor }: { old: OldClaim; mail: NewMail; now: number; actor: string },
): Promise<StoredNumber | null> {
  const stillUnproven = and(
    ownedBy(old.scope, tenantPhoneNumbers.userId),
    eq(tenantPhoneNumbers.id, old.id),
    isNull(tenantPhoneNumbers.verifiedAt),
    ne(tenantPhoneNumbers.status, "disconnecting"),
    eq(tenantPhoneNumbers.revision, old.revision),
    sql`${tenantPhoneNumbers.importSentAt} IS ${old.importSentAt}`,
    or(isNull(tenantPhoneNumbers.lease), lt(tenantPhoneNumbers.leaseUntil, now)),
    notBought(),
  );
  const { importSentAt, importAnsweredAt } = old;
  const first = sql<boolean>`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${ownedBy(scope, tenantPhoneNumbers.userId)})`;
  const detail = { phone_number: number.phoneNumber };
  try {
    const [, , [stored]] = await db.batch([
      db.delete(tenantPhoneNumbers).where(stillUnproven),
      promoteOldest(old.scope, db),
      db
        .insert(tenantPhoneNumbers)
        .values({ ...number, userId: scope.userId, isPrimary: first, importSentAt, importAnsweredAt })
        .returning(),
      insertAudit(old.scope, db, { actor: "take-over", action: "phone_number.lost", subject: old.id, detail }),
      insertAudit(scope, db, { actor, action: "phone_number.taken_over", subject: number.id, detail }),
      insertMail(old.scope, db, mail),
    ]);
    return stored ?? null;
  } catch (error) {
    if (violatesUnique(error, "tenant_phone_numbers.phone_number")) return null;
    throw error;
  }
}
