import { AppError, notFound } from "../lib/errors.ts";
import { phoneNumber } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { decisionUrl, officeEndUrl } from "./carrier-address.ts";
import { numberRoute } from "./store/number-routes.ts";
import { type StudioFlow, studioFlow } from "./studio-flow.ts";

/**
 * The Studio flow for one number.
 * @throws AppError 404 for no such number; 409 before the number's way was chosen or the settings were saved
 */
export async function downloadFlow(
  scope: UserScope,
  { db, settings }: Pick<Services, "db" | "settings">,
  id: string,
): Promise<StudioFlow> {
  const [number, route, saved] = await Promise.all([
    phoneNumber(scope, db, id),
    numberRoute(scope, db, id),
    savedConfig(scope, db),
  ]);
  if (!number) throw notFound();
  if (!saved || route?.method !== "twilio_studio") {
    throw new AppError(409, "not_configured", "Choose and save the Studio flow as this number's way first.");
  }
  return studioFlow({
    decisionUrl: decisionUrl(settings, route.token),
    officeEndUrl: officeEndUrl(settings, route.token),
    agentNumber: number.phoneNumber,
    ringSeconds: saved.config.ring_seconds,
  });
}
