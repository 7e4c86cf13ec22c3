import { eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tenantPhoneNumbers } from "../../drizzle/schema.ts";
import type { TenantScope } from "../tenancy/scope.ts";

/** The predicate that every statement on a tenant's table carries. */
export function ownedBy(scope: TenantScope, column: SQLiteColumn): SQL {
  return eq(column, tenantOf(scope));
}

/** The tenant's id as an expression: known from a session, or the owner of the number that was dialled. */
export function tenantOf(scope: TenantScope): SQL {
  if (scope.by === "user") return sql`${scope.userId}`;
  return sql`(SELECT owner.user_id FROM ${tenantPhoneNumbers} owner WHERE owner.phone_number = ${scope.phoneNumber})`;
}
