import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type MessageSettings, saveMessageSettings } from "./store/message-settings.ts";

/** Saves who is mailed about messages, and about which at once. */
export async function changeMessageSettings(
  scope: UserScope,
  { db }: Services,
  settings: MessageSettings,
): Promise<MessageSettings> {
  await saveMessageSettings(scope, db, settings);
  return settings;
}
