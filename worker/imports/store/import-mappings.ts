import { and, eq } from "drizzle-orm";
import { importMappings } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind, Reading } from "../version.ts";

/** How this company reads files with this header; null if no operator has chosen yet. */
export async function rememberedMapping(
  scope: UserScope,
  db: Database,
  { kind, headerHash }: { kind: Kind; headerHash: string },
): Promise<(Reading & { mapping: NonNullable<Reading["mapping"]> }) | null> {
  const [row] = await db
    .select()
    .from(importMappings)
    .where(
      and(
        ownedBy(scope, importMappings.userId),
        eq(importMappings.kind, kind),
        eq(importMappings.headerHash, headerHash),
      ),
    );
  return row ? { mapping: row.mapping, dateOrder: row.dateOrder, statusWords: row.statusWords } : null;
}

/** Remembers an operator's choice for the next file with this header. */
export async function rememberMapping(
  scope: UserScope,
  db: Database,
  { kind, headerHash, reading, at }: { kind: Kind; headerHash: string; reading: Reading; at: number },
): Promise<void> {
  const choice = {
    mapping: reading.mapping ?? {},
    statusWords: reading.statusWords,
    dateOrder: reading.dateOrder,
    savedAt: at,
  };
  await db
    .insert(importMappings)
    .values({ ...choice, userId: scope.userId, kind, headerHash })
    .onConflictDoUpdate({
      target: [importMappings.userId, importMappings.kind, importMappings.headerHash],
      set: choice,
    });
}
