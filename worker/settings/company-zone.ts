import type { Database } from "../db/database.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { DEFAULT_CONFIG } from "./config-schema.ts";
import { savedConfig } from "./store/tenant-config.ts";

/** The company's IANA time zone; the default one before its first save. */
export async function companyZone(scope: UserScope, db: Database): Promise<string> {
  return (await savedConfig(scope, db))?.config.timezone ?? DEFAULT_CONFIG.timezone;
}
