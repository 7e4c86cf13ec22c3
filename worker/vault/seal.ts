import { CompactEncrypt } from "jose";
import { AppError } from "../lib/errors.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { keyRing } from "./key-ring.ts";
import { newPlace, placesOf, type SealedMetadata, type SecretRecord } from "./record.ts";
import { forgetPlaces, makeCurrent, noteSealing, supersedeAll } from "./store/sealed-secrets.ts";

type Vault = Pick<Services, "db" | "kv" | "now" | "settings">;

/**
 * Keeps a secret in the place of the one before it. Until D1 has named the new place the one before holds; of two that
 * come at once, one holds and the other is removed.
 * @throws AppError 503 without a usable key, 409 when the record was removed meanwhile
 */
export async function sealSecret(
  scope: UserScope,
  services: Vault,
  record: SecretRecord,
  secret: string,
): Promise<void> {
  const place = await writeSealed(scope, services, record, secret);
  if (!(await putInForce(scope, services, record, { place }))) {
    throw new AppError(409, "conflict", "This was removed meanwhile. Reload the page.");
  }
}

/**
 * Seals into a new place, which nobody reads yet: AES-256-GCM with the current key. Owner, record and place stand in the
 * protected header, which is part of what is sealed, so that it opens nowhere else. D1 knows of the place first, so that
 * the sweep finds it whatever happens next.
 */
export async function writeSealed(
  scope: UserScope,
  { db, kv, now, settings }: Vault,
  record: SecretRecord,
  secret: string,
): Promise<string> {
  const { kid, key } = keyRing(settings).current();
  const place = newPlace(scope, record);
  const sealed = await new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({
      alg: "dir",
      enc: "A256GCM",
      kid,
      sub: scope.userId,
      record: `${record.kind}/${record.id}`,
      place,
    })
    .encrypt(key);
  const metadata: SealedMetadata = { sealed_at: now() };
  await noteSealing(scope, db, record, { place, kid, sealedAt: metadata.sealed_at });
  await kv.put(place, sealed, { metadata });
  return place;
}

/** Makes a place the one that holds, with `instead` only in the place of that one; removes what no longer holds. */
export async function putInForce(
  scope: UserScope,
  services: Pick<Services, "db" | "kv">,
  record: SecretRecord,
  { place, instead = null }: { place: string; instead?: string | null },
): Promise<boolean> {
  const { made, superseded } = await makeCurrent(scope, services.db, record, { place, instead });
  await quietly("secret_not_removed", removePlaces(scope, services, made ? superseded : [place]));
  return made;
}

/** Forgets a record's secret, also what D1 does not know of since it was restored. */
export async function forgetSecret(
  scope: UserScope,
  services: Pick<Services, "db" | "kv">,
  record: SecretRecord,
): Promise<void> {
  const known = await supersedeAll(scope, services.db, record);
  const { keys } = await services.kv.list({ prefix: placesOf(scope, record) });
  await removePlaces(scope, services, [...new Set([...known, ...keys.map(({ name }) => name)])]);
}

/** First the values, then the rows that name them; none of them may be current. */
export async function removePlaces(
  scope: UserScope,
  { db, kv }: Pick<Services, "db" | "kv">,
  places: string[],
): Promise<void> {
  for (const place of places) await kv.delete(place);
  await forgetPlaces(scope, db, places);
}
