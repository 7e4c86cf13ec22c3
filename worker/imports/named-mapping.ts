import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { ImportQuery } from "./import-body.ts";
import { rememberedMapping, rememberMapping } from "./store/import-mappings.ts";
import type { Reading } from "./version.ts";

/**
 * How a push wants its file to be read: by the titles in its address, or by the name under which it sent titles before.
 * With `mapping_name` the titles are remembered under that name.
 * @throws AppError 400 for a name under which nothing is remembered
 */
export async function namedReading(
  scope: UserScope,
  { db, now }: Services,
  { kind, mapping, mapping_name: name, date_order }: ImportQuery,
): Promise<Reading | null> {
  if (!mapping) return null;
  if ("titles" in mapping) {
    const reading: Reading = { mapping: mapping.titles, dateOrder: date_order ?? null, statusWords: null };
    if (name) await rememberMapping(scope, db, { kind, headerHash: keyOf(name), reading, at: now() });
    return reading;
  }
  const known = await rememberedMapping(scope, db, { kind, headerHash: keyOf(mapping.name) });
  if (known) return known;
  const reason = `No mapping called “${mapping.name}” is remembered. Send its titles once, with mapping_name beside them.`;
  throw new AppError(400, "validation_failed", reason, { fields: { mapping: reason } });
}

/** The key of a mapping that has a name. No header's hash looks like it. */
function keyOf(name: string): string {
  return `name:${name.trim().toLowerCase()}`;
}
