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
 * Stores a secret in place of the previous one, which stays current until D1 names the new place. If two are stored at
 * the same time, one becomes current and the other is removed.
 * @throws AppError 503 without a usable key, 409 when the record was removed in the meantime
 */
export async function sealSecret(
  scope: UserScope,
  services: Vault,
  record: SecretRecord,
  secret: string,
): Promise<void> {
  const place = await writeSealed(scope, services, record, secret);
  if (!(await useNewPlace(scope, services, record, { place }))) {
    throw new AppError(409, "conflict", "This was removed in the meantime. Reload the page.");
  }
}

/**
 * Seals into a new place that nobody reads yet: AES-256-GCM with the current key. Owner, record and place are in the
 * protected header, so a copy does not open anywhere else. The place is recorded in D1 first, so that the sweep can
 * find it whatever happens next.
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

/** Makes `place` the current one (only if `instead`, when given, is still current) and removes the places it replaces. */
export async function useNewPlace(
  scope: UserScope,
  services: Pick<Services, "db" | "kv">,
  record: SecretRecord,
  { place, instead = null }: { place: string; instead?: string | null },
): Promise<boolean> {
  const { made, superseded } = await makeCurrent(scope, services.db, record, { place, instead });
  await quietly("secret_not_removed", removePlaces(scope, services, made ? superseded : [place]));
  return made;
}

/** Deletes a record's secret, including values that D1 lost track of when it was restored. */
export async function forgetSecret(
  scope: UserScope,
  services: Pick<Services, "db" | "kv">,
  record: SecretRecord,
): Promise<void> {
  const known = await supersedeAll(scope, services.db, record);
  const { keys } = await services.kv.list({ prefix: placesOf(scope, record) });
  await removePlaces(scope, services, [...new Set([...known, ...keys.map(({ name }) => name)])]);
}

/** Deletes the values first, then the rows that name them. None of them may be current. */
export async function removePlaces(
  scope: UserScope,
  { db, kv }: Pick<Services, "db" | "kv">,
  places: string[],
): Promise<void> {
  for (const place of places) await kv.delete(place);
  await forgetPlaces(scope, db, places);
}
