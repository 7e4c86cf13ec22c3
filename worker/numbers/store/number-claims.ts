import { and, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { insertAudit, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import { insertMail, insertMailIf, type NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import { fromTheStart } from "./number-retries.ts";
import type { NumberToStore, StoredNumber } from "./phone-numbers.ts";
import { promoteOldest } from "./primary-number.ts";

type OldClaim = Pick<StoredNumber, "id" | "revision"> & { scope: UserScope };

/**
 * Moves a number from the company that never proved it to the one that asks for it now. One batch replaces the row, writes
 * both audit rows and mails the first company. Null, and nothing is written, if the claim was proven, changed or taken in
 * the meantime, or Retell may have the number. The unique index decides.
 */
export async function takeOverNumber(
  scope: UserScope,
  db: Database,
  number: NumberToStore,
  { old, mail, now, actor }: { old: OldClaim; mail: NewMail; now: number; actor: string },
): Promise<StoredNumber | null> {
  const idle = and(stillUnproven(old, now), isNull(tenantPhoneNumbers.importSentAt));
  const first = sql<boolean>`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${ownedBy(scope, tenantPhoneNumbers.userId)})`;
  const detail = { phone_number: number.phoneNumber };
  try {
    const [, , [stored]] = await db.batch([
      db.delete(tenantPhoneNumbers).where(idle),
      promoteOldest(old.scope, db),
      db
        .insert(tenantPhoneNumbers)
        .values({ ...number, userId: scope.userId, isPrimary: first })
        .returning(),
      insertAudit(old.scope, db, { ...LOST, subject: old.id, detail }),
      insertAudit(scope, db, { actor, action: "phone_number.taken_over", subject: number.id, detail }),
      insertMail(old.scope, db, mail),
    ]);
    return stored ?? null;
  } catch (error) {
    if (violatesUnique(error, "tenant_phone_numbers.phone_number")) return null;
    throw error;
  }
}

/**
 * Starts releasing an unproven claim that may be at Retell: the first company's trunk and password must be gone there
 * before anybody else gets the number. The same batch mails that company. False, and nothing is written, if the claim was
 * proven or changed in the meantime.
 */
export async function releaseClaim(
  db: Database,
  { old, phoneNumber, mail, now }: { old: OldClaim; phoneNumber: string; mail: NewMail; now: number },
): Promise<boolean> {
  const imported = and(stillUnproven(old, now), isNotNull(tenantPhoneNumbers.importSentAt));
  const there = sql`EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${imported})`;
  const entry = { ...LOST, subject: old.id, detail: { phone_number: phoneNumber } };
  const [, , released] = await db.batch([
    insertAuditIf(old.scope, db, entry, there),
    insertMailIf(old.scope, db, mail, there),
    db
      .update(tenantPhoneNumbers)
      .set({ status: "disconnecting", ...fromTheStart(now) })
      .where(imported)
      .returning({ id: tenantPhoneNumbers.id }),
  ]);
  return released.length > 0;
}

const LOST = { actor: "take-over", action: "phone_number.lost" } as const;

function stillUnproven({ scope, id, revision }: OldClaim, now: number) {
  return and(
    ownedBy(scope, tenantPhoneNumbers.userId),
    eq(tenantPhoneNumbers.id, id),
    isNull(tenantPhoneNumbers.verifiedAt),
    ne(tenantPhoneNumbers.status, "disconnecting"),
    eq(tenantPhoneNumbers.revision, revision),
    or(isNull(tenantPhoneNumbers.lease), lt(tenantPhoneNumbers.leaseUntil, now)),
    notBought(),
    isNull(tenantPhoneNumbers.purchasedAt), // what we bought for a company is its own, called or not
  );
}
