import { type SQL, sql } from "drizzle-orm";
import { currentImports } from "../../../drizzle/schema.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind } from "../version.ts";

/** The id of the list that this company's callers hear, as part of a statement. NULL if there is none. */
export function currentList(scope: UserScope, kind: Kind): SQL {
  return sql`(SELECT list.import_id FROM ${currentImports} list WHERE list.user_id = ${scope.userId} AND list.kind = ${kind})`;
}
