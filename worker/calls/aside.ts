import { describeError, log } from "../lib/log.ts";
import { sha256 } from "../lib/sha256.ts";

/**
 * R2 `set-aside/…` and `set-aside-rings/…`: what came signed from Retell while D1 did not answer, until the sweep brings
 * it in. A key names no company, because only D1 knows whose the number is. The same thing is the same object.
 */
export type Shelf = "set-aside/" | "set-aside-rings/";

const AT_ONCE = 150; // each is about five requests to R2, D1 and the queue, one after the other, and a sweep does more than this

/** Keeps something outside the database. `name` tells repeats. Throws when that fails too. */
export async function putAside(archive: R2Bucket, shelf: Shelf, name: string, json: string): Promise<void> {
  await archive.put(`${shelf}${await sha256(name)}.json`, json);
}

/** Hands what was set aside to `take`, a bounded number at a time; what `take` throws on stays for the next sweep. */
export async function bringBack(
  archive: R2Bucket,
  shelf: Shelf,
  take: (value: unknown) => Promise<unknown>,
): Promise<void> {
  const { objects } = await archive.list({ prefix: shelf, limit: AT_ONCE });
  for (const { key } of objects) {
    try {
      const object = await archive.get(key);
      if (!object) continue;
      await take(await object.json());
      await archive.delete(key);
    } catch (error) {
      log("still_set_aside", { shelf, ...describeError(error) });
    }
  }
}
