import { type SQL, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";

/** A number bought at Retell is never worked on. */
export function notBought(): SQL {
  return sql`${tenantPhoneNumbers.sipTrunkProvider} IS NOT 'retell'`;
}
