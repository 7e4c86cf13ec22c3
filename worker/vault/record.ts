import type { UserScope } from "../tenancy/scope.ts";

/**
 * The kind of secret: a trunk's password, by the number's id; for a carrier account, by the carrier's name, the
 * token that signs its webhooks, the one before it for a day, and the API key.
 */
export type SecretKind = "sip" | "carrier_token" | "carrier_token_previous" | "carrier_key";

export type SecretRecord = { kind: SecretKind; id: string };

/** The KV prefix of all secrets of a company. */
export function secretsOf(scope: UserScope): string {
  return `secret/${scope.userId}/`;
}

/**
 * KV `secret/<user id>/<kind>/<record id>/<uuid>`: one sealed secret (a compact JWE) with `SealedMetadata`. Each place
 * is written once, so nothing overwrites a newer secret and no cache serves an older one. D1 (`sealed_secrets`) says
 * which place is current. It is removed when it is replaced or its record goes. Only the vault reads it.
 */
export function newPlace(scope: UserScope, record: SecretRecord): string {
  return `${placesOf(scope, record)}${crypto.randomUUID()}`;
}

/** The KV prefix of a record's places. */
export function placesOf(scope: UserScope, { kind, id }: SecretRecord): string {
  return `${secretsOf(scope)}${kind}/${id}/`;
}

/** `sealed_at` in epoch milliseconds. */
export type SealedMetadata = { sealed_at: number };
