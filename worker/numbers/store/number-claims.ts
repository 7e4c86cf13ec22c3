import { and, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { insertAudit, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import { insertMail, insertMailIf, type NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import { fromTheStart, type NumberToStore, type StoredNumber } from "./phone-numbers.ts";
import { promoteOldest } from "./primary-number.ts";

type OldClaim = Pick<StoredNumber, "id" | "revision"> & { scope: UserScope };

/**
 * Gives a number from the company that never proved it to the one that asks for it now: the old row goes, the new one
 * comes, both have it on record and the first claimant is written to, in one batch. Null, and nothing is written, when
 * the claim was proven, changed or taken meanwhile, or may be at Retell: the unique index decides.
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
 * Begins to release such a claim where something of it may be at Retell: its trunk and password there are the first
 * claimant's, and must be gone before anybody else has the number. He is written to in the same batch. False, and nothing
 * is written, when the claim was proven or changed meanwhile.
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

const LOST = { actor: "take-over", action: "phone_number.lost" };

function stillUnproven({ scope, id, revision }: OldClaim, now: number) {
  return and(
    ownedBy(scope, tenantPhoneNumbers.userId),
    eq(tenantPhoneNumbers.id, id),
    isNull(tenantPhoneNumbers.verifiedAt),
    ne(tenantPhoneNumbers.status, "disconnecting"),
    eq(tenantPhoneNumbers.revision, revision),
    or(isNull(tenantPhoneNumbers.lease), lt(tenantPhoneNumbers.leaseUntil, now)),
    notBought(),
  );
}
