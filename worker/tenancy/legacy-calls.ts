import { countTenants } from "../db/directory/companies.ts";
import type { Services } from "../services.ts";

/**
 * Why `LEGACY_CALLS=unfiltered` is refused: with a second company, calls that name no company would be answered with
 * everybody's data. Null if it is not set or there is only one company. A Worker cannot ask the database when it starts,
 * so each of these calls checks this, and so does `/healthz`, which a deployment looks at first.
 */
export async function unfilteredRefusal({ db, settings }: Pick<Services, "db" | "settings">): Promise<string | null> {
  if (settings.LEGACY_CALLS !== "unfiltered" || (await countTenants(db)) < 2) return null;
  return "Unfiltered calls are refused since there is more than one company. Set LEGACY_CALLS to owner.";
}
