import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { placesOf, type SealedMetadata, type SecretRecord } from "./record.ts";
import { secretLost } from "./secret-lost.ts";
import { currentSecret } from "./store/sealed-secrets.ts";

/** `current` is the place that D1 names, `place` is where the secret was found; `kid` is "" when D1 does not know it. */
export type FoundSecret = { current: string; place: string; kid: string; sealed: string };

/**
 * The sealed secret of a record, or null if it has none.
 * @throws SecretLostError when there should be one but its value is gone
 */
export async function findSecret(
  scope: UserScope,
  services: Pick<Services, "db" | "kv">,
  record: SecretRecord,
): Promise<FoundSecret | null> {
  let named = await currentSecret(scope, services.db, record);
  while (named) {
    const { place, kid } = named;
    const sealed = await services.kv.get(place);
    if (sealed !== null) return { current: place, place, kid, sealed };
    named = await currentSecret(scope, services.db, record);
    if (named?.place === place) return newestLeft(scope, services.kv, record, named); // otherwise it was replaced a moment ago
  }
  return null;
}

/**
 * The same if the place in D1 is already known, perhaps from an earlier answer: only KV is read.
 * @throws SecretLostError when its value is gone
 */
export async function findSecretAt(
  scope: UserScope,
  kv: KVNamespace,
  record: SecretRecord,
  named: { place: string; kid: string; sealedAt: number },
): Promise<FoundSecret> {
  const { place, kid } = named;
  const sealed = await kv.get(place);
  return sealed === null ? newestLeft(scope, kv, record, named) : { current: place, place, kid, sealed };
}

/**
 * When D1 has been restored to an earlier point, it names places that no longer exist. Then the record's newest place
 * is the right one. A place older than the one D1 names is never right: KV may show a new value up to a minute late.
 */
async function newestLeft(
  scope: UserScope,
  kv: KVNamespace,
  record: SecretRecord,
  { place: current, kid, sealedAt }: { place: string; kid: string; sealedAt: number },
): Promise<FoundSecret> {
  const { keys } = await kv.list<SealedMetadata>({ prefix: placesOf(scope, record) });
  const [newest] = keys
    .filter(({ metadata }) => (metadata?.sealed_at ?? 0) >= sealedAt)
    .sort((a, b) => (b.metadata?.sealed_at ?? 0) - (a.metadata?.sealed_at ?? 0));
  const sealed = newest ? await kv.get(newest.name) : null;
  if (!newest || sealed === null) throw secretLost(scope, "value_gone", kid);
  return { current, place: newest.name, kid: "", sealed };
}
