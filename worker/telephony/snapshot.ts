import type { UserScope } from "../tenancy/scope.ts";
import type { VoiceProfile } from "./voice-profile.ts";

/**
 * KV `route/<token>`: the last known state of a number's route, for the minutes when D1 does not answer. The key is the
 * token, because a carrier's URL has nothing else; the value names its owner. Written when the operator saves, read
 * only by the carrier gate, removed with the route.
 */
const keyOf = (token: string) => `route/${token}`;

export async function readRouteSnapshot(kv: KVNamespace, token: string): Promise<VoiceProfile | null> {
  return kv.get<VoiceProfile>(keyOf(token), "json");
}

export async function writeRouteSnapshot(
  scope: UserScope,
  kv: KVNamespace,
  token: string,
  profile: VoiceProfile,
): Promise<void> {
  if (profile.userId !== scope.userId)
    throw new Error("a route's last known state belongs to the company that saved it");
  await kv.put(keyOf(token), JSON.stringify(profile));
}

export async function deleteRouteSnapshot(_scope: UserScope, kv: KVNamespace, token: string): Promise<void> {
  await kv.delete(keyOf(token));
}
