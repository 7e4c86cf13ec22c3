/** One setting that differs from the definition. `path` uses the `name` of list entries that have one. */
export type Change = { path: string; before: unknown; after: unknown };

/**
 * What must change, field by field, to make `current` (as Retell returned it) equal to `wanted`. Top-level settings that
 * `wanted` does not name are not ours and are left alone. Inside a setting everything counts.
 */
export function differences(current: object, wanted: object, path = ""): Change[] {
  const before = new Map<string, unknown>(Object.entries(current));
  return Object.entries(wanted).flatMap(([key, after]) => compare(join(path, key), before.get(key), after));
}

function compare(path: string, before: unknown, after: unknown): Change[] {
  if (Object.is(before, after) || (isUnset(after) && isOff(before))) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(path, before, after);
  if (isRecord(before) && isRecord(after)) return compareRecords(path, before, after);
  return [{ path, before, after }];
}

function compareRecords(path: string, before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => compare(join(path, key), before[key], after[key]));
}

function compareLists(path: string, before: unknown[], after: unknown[]): Change[] {
  const [was, is] = [byName(before), byName(after)];
  if (!was || !is) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  const order = { path: `${path} order`, before: Object.keys(was), after: Object.keys(is) };
  const moved = sameMembers(order.before, order.after) && order.before.join() !== order.after.join();
  return [...compareRecords(path, was, is), ...(moved ? [order] : [])];
}

/** The entries of a list by their `name`; undefined if one has no name or two share one. */
function byName(list: unknown[]): Record<string, unknown> | undefined {
  const entries: [string, unknown][] = [];
  for (const item of list) {
    if (!isRecord(item) || typeof item.name !== "string") return undefined;
    entries.push([item.name, item]);
  }
  const named = Object.fromEntries(entries);
  return Object.keys(named).length === list.length ? named : undefined;
}

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

const sameMembers = (a: string[], b: string[]) => a.toSorted().join() === b.toSorted().join();

const isUnset = (value: unknown) => value === undefined || value === null;

// Retell returns some settings that were never sent as null or switched off, which means the same as not set.
const isOff = (value: unknown) => isUnset(value) || value === false;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
