import { describeError, log } from "../lib/log.ts";
import { sha256 } from "../lib/sha256.ts";

/**
 * R2 `set-aside/…` and `set-aside-rings/…`: what Retell sent, signed, while D1 did not answer. The sweep brings it in.
 * The key names no company, because only D1 knows who has the number. A repeat overwrites the same object.
 */
export type Shelf = "set-aside/" | "set-aside-rings/";

const OBJECTS_PER_SWEEP = 150; // each takes about five requests in sequence to R2, D1 and the queue, and a sweep has other work too

/** Stores something outside the database. Repeats have the same `name`. Throws when that fails too. */
export async function putAside(archive: R2Bucket, shelf: Shelf, name: string, json: string): Promise<void> {
  await archive.put(`${shelf}${await sha256(name)}.json`, json);
}

/** Passes what was set aside to `take`, a bounded number at a time. If `take` throws, the object stays for the next sweep. */
export async function bringBack(
  archive: R2Bucket,
  shelf: Shelf,
  take: (value: unknown) => Promise<unknown>,
): Promise<void> {
  const { objects } = await archive.list({ prefix: shelf, limit: OBJECTS_PER_SWEEP });
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
