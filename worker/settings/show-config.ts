import { AppError } from "../lib/errors.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type ConfigReply, configReply } from "./config-reply.ts";
import { savedConfig } from "./store/tenant-config.ts";

/** A company's settings together with its primary number's fields; null before the first save. */
export async function shownConfig(scope: UserScope, { db }: Services): Promise<ConfigReply | null> {
  const [saved, numbers] = await Promise.all([savedConfig(scope, db), phoneNumbers(scope, db)]);
  return saved && configReply(saved, numbers);
}

/** @throws AppError 404 not_configured before the first save */
export async function showConfig(scope: UserScope, services: Services): Promise<ConfigReply> {
  const shown = await shownConfig(scope, services);
  if (!shown) throw new AppError(404, "not_configured", "Nothing is saved yet. Save your settings to begin.");
  return shown;
}
