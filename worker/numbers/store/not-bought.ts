import { type SQL, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";

/** No job may change a number that was bought at Retell, unless we bought it for its company. */
export function notBought(): SQL {
  return sql`(${tenantPhoneNumbers.sipTrunkProvider} IS NOT 'retell' OR ${tenantPhoneNumbers.purchasedAt} IS NOT NULL)`;
}
