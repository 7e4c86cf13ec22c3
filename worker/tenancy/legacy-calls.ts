import { countTenants } from "../db/directory.ts";
import type { Services } from "../services.ts";

/**
 * Why `LEGACY_CALLS=unfiltered` cannot stand: with a second company, calls that name no company would be answered with
 * everybody's data. Null when it is not set, or there is one company. A Worker has no start-up that could ask the
 * database, so each such call asks, and `/healthz`, which a deployment looks at first.
 */
export async function unfilteredRefusal({ db, settings }: Pick<Services, "db" | "settings">): Promise<string | null> {
  if (settings.LEGACY_CALLS !== "unfiltered" || (await countTenants(db)) < 2) return null;
  return "Unfiltered calls are refused since there is more than one company. Set LEGACY_CALLS to owner.";
}
