import { sha256 } from "../lib/sha256.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { holdVersion } from "./hold-version.ts";
import type { ReadList } from "./map-list.ts";
import { removeSurplus } from "./remove-surplus.ts";
import { jsonPages } from "./row-pages.ts";
import { confirmVersion, markReady } from "./store/arriving-version.ts";
import { compareVersion } from "./store/compare-version.ts";
import { insertErrors, insertRows } from "./store/import-rows.ts";
import { currentVersion, sameContent, type Version } from "./store/imports.ts";
import { activateVersion } from "./store/switch-version.ts";
import type { Arriving } from "./version.ts";

export type Sending = { actor: string; activate: boolean };

/**
 * The version that callers hear, if it already has the same rows. With `activate`, its data counts as confirmed now.
 * Null if the file brings something new.
 */
export async function sameAsCurrent(
  scope: UserScope,
  services: Services,
  { kind, mode }: Pick<Arriving, "kind" | "mode">,
  list: ReadList,
  { actor, activate }: Sending,
): Promise<Version | null> {
  const current = await currentVersion(scope, services.db, kind);
  if (current?.contentHash !== (await contentHash(list)) || (mode === "replace" && current.mode === "add")) return null;
  if (activate) await confirmVersion(scope, services.db, current, { actor, at: services.now() });
  return current;
}

/**
 * Writes the rows of a version that was announced before and compares it with the current list. If asked to, it also
 * makes the version current, unless that leaves out too many coming rides. Callers hear the old list until the very
 * end. Repeating this after a failure changes nothing twice.
 */
export async function storeList(
  scope: UserScope,
  services: Services,
  version: Arriving,
  list: ReadList,
  { actor, activate }: Sending,
): Promise<void> {
  const { db } = services;
  const { id, kind, mode } = version;
  const hash = await contentHash(list);
  await insertRows(scope, db, { id, kind, pages: list.pages });
  const errors = list.errors.map(({ row, column, reason }, n) => [n, row, column, reason]);
  await insertErrors(scope, db, id, jsonPages(errors));
  const [current, duplicateOf] = await Promise.all([
    currentVersion(scope, db, kind),
    sameContent(scope, db, { id, kind, contentHash: hash }),
  ]);
  await compareVersion(scope, db, version, current?.id ?? null);
  const arrived = {
    contentHash: hash,
    rowCount: list.rows,
    skippedCount: list.errors.length,
    warnings: list.warnings,
    importedAt: services.now(),
    duplicateOf,
  };
  const detail = { kind, mode, rows: list.rows, skipped: list.errors.length };
  await markReady(scope, db, id, { arrived, actor, detail });
  if (activate) await activateOnArrival(scope, services, version, { actor });
  services.defer(() => removeSurplus(scope, services, kind));
}

/** Makes a version current unseen, unless it leaves out too many coming rides. */
export async function activateOnArrival(
  scope: UserScope,
  services: Services,
  version: Arriving,
  act: { actor: string; unlessOvertaken?: boolean },
): Promise<void> {
  if (await holdVersion(scope, services, version, act.actor)) return;
  await activateVersion(scope, services.db, version, { ...act, at: services.now() });
}

async function contentHash({ pages }: ReadList): Promise<string> {
  return sha256((await Promise.all(pages.map((page) => sha256(page)))).join());
}
