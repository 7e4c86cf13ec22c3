import type { UserScope } from "../tenancy/scope.ts";

/** What a secret belongs to: the trunk of a phone number, by the number's id. */
export type SecretRecord = { kind: "sip"; id: string };

/**
 * KV `secret/<user id>/<kind>/<record id>`: one sealed secret (a compact JWE). Written when the operator enters it,
 * replaced at a key rotation, removed with its record; read by `withSecret` alone.
 */
export function secretKey(scope: UserScope, { kind, id }: SecretRecord): string {
  return `${secretsOf(scope)}${kind}/${id}`;
}

/** What the names of all secrets of a company begin with. */
export function secretsOf(scope: UserScope): string {
  return `secret/${scope.userId}/`;
}
