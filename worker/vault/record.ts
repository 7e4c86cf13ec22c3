import type { UserScope } from "../tenancy/scope.ts";

/** What a secret belongs to: the trunk of a phone number, by the number's id. */
export type SecretRecord = { kind: "sip"; id: string };

/** What the names of all secrets of a company begin with. */
export function secretsOf(scope: UserScope): string {
  return `secret/${scope.userId}/`;
}

/**
 * KV `secret/<user id>/<kind>/<record id>/<uuid>`: one sealed secret (a compact JWE), its metadata `SealedMetadata`. A
 * place is written once and never again, so nothing can overwrite a newer secret and no cache can hold an older one;
 * which place holds is said by D1 (`sealed_secrets`). Removed when superseded, and with its record; read by the vault alone.
 */
export function newPlace(scope: UserScope, record: SecretRecord): string {
  return `${placesOf(scope, record)}${crypto.randomUUID()}`;
}

/** What the places of a record begin with. */
export function placesOf(scope: UserScope, { kind, id }: SecretRecord): string {
  return `${secretsOf(scope)}${kind}/${id}/`;
}

/** `sealed_at` in epoch milliseconds. */
export type SealedMetadata = { sealed_at: number };
