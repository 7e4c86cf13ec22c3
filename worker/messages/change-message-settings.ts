import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type MessageSettings, savedMessageSettings, saveMessageSettings } from "./store/message-settings.ts";

/** Saves who gets mail about messages, and which messages are mailed right away. */
export async function changeMessageSettings(
  scope: UserScope,
  { db }: Services,
  settings: MessageSettings,
): Promise<MessageSettings> {
  await saveMessageSettings(scope, db, settings, await savedMessageSettings(scope, db));
  return settings;
}
