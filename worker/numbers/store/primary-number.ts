import { and, eq, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** The statement, run after a removal, that makes a company's oldest number the primary one if it has none. */
export function promoteOldest(scope: UserScope, db: Database) {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const oldest = sql`(SELECT ${tenantPhoneNumbers.id} FROM ${tenantPhoneNumbers} WHERE ${mine} ORDER BY ${tenantPhoneNumbers.createdAt}, ${tenantPhoneNumbers.id} LIMIT 1)`;
  const noPrimary = sql`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${mine} AND ${tenantPhoneNumbers.isPrimary} = 1)`;
  return db
    .update(tenantPhoneNumbers)
    .set({ isPrimary: true })
    .where(and(mine, eq(tenantPhoneNumbers.id, oldest), noPrimary));
}

/** The statement that makes this number the company's only primary one. If it does not exist, nothing changes. */
export function makePrimary(scope: UserScope, db: Database, id: string) {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const there = sql`EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${mine} AND ${tenantPhoneNumbers.id} = ${id})`;
  return db
    .update(tenantPhoneNumbers)
    .set({ isPrimary: sql`(${tenantPhoneNumbers.id} = ${id})` })
    .where(and(mine, there));
}
