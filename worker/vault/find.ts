import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { placesOf, type SealedMetadata, type SecretRecord } from "./record.ts";
import { secretLost } from "./secret-lost.ts";
import { currentSecret } from "./store/sealed-secrets.ts";

/** `current` is the place that D1 names, `place` the one where it was found; `kid` is "" where it was not noted. */
export type FoundSecret = { current: string; place: string; kid: string; sealed: string };

/**
 * The sealed secret of a record; null when there is none.
 * @throws SecretLostError when one was kept and its value is gone
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
    if (named?.place === place) return newestLeft(scope, services.kv, record, named); // else: superseded just now
  }
  return null;
}

/**
 * After D1 was restored to an earlier minute it names places that are gone. The newest one of the record is right then; one
 * older than what D1 names never is, for KV may show what was just written a minute late.
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
