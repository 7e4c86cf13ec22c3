import type { UserScope } from "../tenancy/scope.ts";

/**
 * R2 `<company>/<shelf>/<Retell's call id>/<event>-<hash>.json`: what is too large for the database. Written by the job
 * that empties the inbox, read by the call's page, deleted by retention. Writing an event again overwrites the same
 * object. Each object also names its owner and is never read for anybody else.
 * - `transcripts`: the event as Retell sent it, without recording addresses
 * - `recordings`: the recording addresses, which have their own retention period
 */
export type Shelf = "transcripts" | "recordings";

type Place = { shelf: Shelf; callId: string };

export async function keep(
  scope: UserScope,
  archive: R2Bucket,
  { name, json, ...place }: Place & { name: string; json: string },
): Promise<void> {
  await archive.put(`${folderOf(scope, place)}${name}.json`, json, {
    httpMetadata: { contentType: "application/json" },
    customMetadata: { tenant: scope.userId },
  });
}

/** Null if it does not exist or belongs to another company. */
export async function readKept(
  scope: UserScope,
  archive: R2Bucket,
  { name, ...place }: Place & { name: string },
): Promise<unknown> {
  const object = await archive.get(`${folderOf(scope, place)}${name}.json`);
  if (object?.customMetadata?.tenant !== scope.userId) return null;
  return object.json();
}

/** Deletes everything about these calls from one shelf. It may be gone already. */
export async function forget(scope: UserScope, archive: R2Bucket, shelf: Shelf, callIds: string[]): Promise<void> {
  const listed = await Promise.all(
    callIds.map((callId) => archive.list({ prefix: folderOf(scope, { shelf, callId }), limit: MOST_OBJECTS })),
  );
  const keys = listed.flatMap(({ objects }) => objects.map(({ key }) => key));
  for (let from = 0; from < keys.length; from += MOST_OBJECTS)
    await archive.delete(keys.slice(from, from + MOST_OBJECTS));
  const rest = callIds.filter((_, index) => listed[index]?.truncated);
  if (rest.length > 0) await forget(scope, archive, shelf, rest);
}

/** Deletes up to `pages` thousand objects of a company, whatever they are. True when nothing is left. */
export async function deleteCompanyArchive(scope: UserScope, archive: R2Bucket, pages: number): Promise<boolean> {
  for (let page = 0; page < pages; page++) {
    const { objects, truncated } = await archive.list({ prefix: `${scope.userId}/`, limit: MOST_OBJECTS });
    if (objects.length > 0) await archive.delete(objects.map(({ key }) => key));
    if (!truncated) return true;
  }
  return false;
}

const MOST_OBJECTS = 1000; // R2's limit for one list and for one delete

/**
 * Retell's ids contain only letters, digits and underscores. Anything else is encoded, so that it stays in its folder.
 */
function folderOf(scope: UserScope, { shelf, callId }: Place): string {
  return `${scope.userId}/${shelf}/${encodeURIComponent(callId)}/`;
}
