import { eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tenantPhoneNumbers } from "../../drizzle/schema.ts";
import type { TenantScope } from "../tenancy/scope.ts";

/** The predicate that every statement on a tenant's table carries. */
export function ownedBy(scope: TenantScope, column: SQLiteColumn): SQL {
  return eq(column, tenantOf(scope));
}

/** The tenant's id as an expression: known from a session, or the owner of the number that was dialled. */
export function tenantOf(scope: TenantScope): SQL {
  return tenantBy(scope.by, namedBy(scope));
}

/** The same for a statement that is prepared before anybody's scope is known; `namedBy` is the value it then needs. */
export function tenantBy(by: TenantScope["by"], name: string | Placeholder): SQL {
  if (by === "user") return sql`${name}`;
  return sql`(SELECT owner.user_id FROM ${tenantPhoneNumbers} owner WHERE owner.phone_number = ${name})`;
}

/** What a scope names its tenant by: the account's id, or the number that was dialled. */
export function namedBy(scope: TenantScope): string {
  return scope.by === "user" ? scope.userId : scope.phoneNumber;
}
