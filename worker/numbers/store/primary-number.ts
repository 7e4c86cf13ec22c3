import { and, eq, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** The statement that makes a company's oldest number its primary one where it has none; after one was removed. */
export function promoteOldest(scope: UserScope, db: Database) {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const oldest = sql`(SELECT ${tenantPhoneNumbers.id} FROM ${tenantPhoneNumbers} WHERE ${mine} ORDER BY ${tenantPhoneNumbers.createdAt}, ${tenantPhoneNumbers.id} LIMIT 1)`;
  const noPrimary = sql`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${mine} AND ${tenantPhoneNumbers.isPrimary} = 1)`;
  return db
    .update(tenantPhoneNumbers)
    .set({ isPrimary: true })
    .where(and(mine, eq(tenantPhoneNumbers.id, oldest), noPrimary));
}

/** The statement that makes this number the company's primary one, and none if the number is not there. */
export function makePrimary(scope: UserScope, db: Database, id: string) {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const there = sql`EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${mine} AND ${tenantPhoneNumbers.id} = ${id})`;
  return db
    .update(tenantPhoneNumbers)
    .set({ isPrimary: sql`(${tenantPhoneNumbers.id} = ${id})` })
    .where(and(mine, there));
}
