import { describeError, log } from "../lib/log.ts";
import { sha256 } from "../lib/sha256.ts";

/**
 * R2 `set-aside/…` and `set-aside-rings/…`: what Retell sent, signed, while D1 did not answer. The sweep brings it in.
 * What the sweep cannot read goes to `unreadable/…`, where it stays. The key names no company, because only D1 knows
 * who has the number. A repeat overwrites the same object.
 */
export type Shelf = "set-aside/" | "set-aside-rings/";

// Each takes about five requests in sequence to R2, D1 and the queue, and a sweep has other work too.
const OBJECTS_PER_SWEEP = 150;

/** Stores something outside the database. Repeats have the same `name`. Throws when that fails too. */
export async function putAside(archive: R2Bucket, shelf: Shelf, name: string, json: string): Promise<void> {
  await archive.put(`${shelf}${await sha256(name)}.json`, json);
}

/**
 * Passes what was set aside to `take`, a bounded number at a time, beginning at a random place, so that what cannot be
 * taken does not keep the rest waiting. If `take` throws, the object stays for a later sweep. What `parse` refuses can
 * never be taken; it is moved to `unreadable/…` for whoever runs the platform, and logged.
 * @param from where to begin, as the beginning of a name
 */
export async function bringBack<Value>(
  archive: R2Bucket,
  shelf: Shelf,
  { parse, take }: { parse: (value: unknown) => Value; take: (value: Value) => Promise<unknown> },
  from = crypto.randomUUID().slice(0, 8),
): Promise<void> {
  for (const key of await keysFrom(archive, shelf, from)) {
    try {
      const object = await archive.get(key);
      if (!object) continue;
      const text = await object.text();
      const known = attempt(() => parse(JSON.parse(text)));
      if (known) await take(known.value);
      else {
        await archive.put(`unreadable/${key}`, text);
        log("set_aside_unreadable", { key: `unreadable/${key}` });
      }
      await archive.delete(key);
    } catch (error) {
      log("still_set_aside", { shelf, ...describeError(error) });
    }
  }
}

/** The names are hashes, so any place is as good as another to begin at; after the last comes the first. */
async function keysFrom(archive: R2Bucket, shelf: Shelf, from: string): Promise<string[]> {
  const later = await archive.list({ prefix: shelf, startAfter: `${shelf}${from}`, limit: OBJECTS_PER_SWEEP });
  const room = OBJECTS_PER_SWEEP - later.objects.length;
  const first = room > 0 ? await archive.list({ prefix: shelf, limit: room }) : { objects: [] };
  return [...new Set([...later.objects, ...first.objects].map(({ key }) => key))];
}

function attempt<Value>(parse: () => Value): { value: Value } | null {
  try {
    return { value: parse() };
  } catch {
    return null;
  }
}
