import { eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tenantPhoneNumbers } from "../../drizzle/schema.ts";
import type { TenantScope } from "../tenancy/scope.ts";

/** The condition that every statement on a tenant's table must contain. */
export function ownedBy(scope: TenantScope, column: SQLiteColumn): SQL {
  return eq(column, tenantOf(scope));
}

/** The tenant's id as an SQL expression: known from a session, or the owner of the dialled number. */
export function tenantOf(scope: TenantScope): SQL {
  return tenantBy(scope.by, namedBy(scope));
}

/** The same for a statement that is prepared before the scope is known. `namedBy` gives the value that it needs later. */
export function tenantBy(by: TenantScope["by"], name: string | Placeholder): SQL {
  if (by === "user") return sql`${name}`;
  return sql`(SELECT owner.user_id FROM ${tenantPhoneNumbers} owner WHERE owner.phone_number = ${name})`;
}

/** The value that identifies a scope's tenant: the account's id, or the dialled number. */
export function namedBy(scope: TenantScope): string {
  return scope.by === "user" ? scope.userId : scope.phoneNumber;
}
