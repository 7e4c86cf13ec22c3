import type { UserScope } from "../tenancy/scope.ts";

/**
 * R2 `<company>/imports/<import>`: a file as it was sent, until the queue has read it. Each object also names its owner
 * and is never read for anybody else.
 */
export async function keepFile(scope: UserScope, archive: R2Bucket, id: string, bytes: Uint8Array): Promise<void> {
  await archive.put(keyOf(scope, id), bytes, { customMetadata: { tenant: scope.userId } });
}

/** Null if it does not exist or belongs to another company. */
export async function keptFile(scope: UserScope, archive: R2Bucket, id: string): Promise<Uint8Array | null> {
  const object = await archive.get(keyOf(scope, id));
  if (object?.customMetadata?.tenant !== scope.userId) return null;
  return new Uint8Array(await object.arrayBuffer());
}

/** It may be gone already. */
export async function forgetFile(scope: UserScope, archive: R2Bucket, id: string): Promise<void> {
  await archive.delete(keyOf(scope, id));
}

function keyOf(scope: UserScope, id: string): string {
  return `${scope.userId}/imports/${id}`;
}
