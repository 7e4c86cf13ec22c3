import { missingAsset, RetellError } from "../errors.ts";
import type { Agent, Version } from "./store.ts";

/**
 * The version that an agent reference names: a number, `latest` (newest created, may be a draft), `latest_published`
 * (published last) or a tag; a tag that points nowhere means latest. Omitted is latest too. 422 when there is none.
 */
export function resolveVersion<S>(
  owner: { versions: Version<S>[]; tags?: Agent["tags"] },
  reference: string | number | undefined,
): Version<S> {
  if (reference === undefined || reference === "latest") return found(owner.versions.at(-1));
  if (reference === "latest_published") return found(latestPublished(owner.versions));
  const number = typeof reference === "number" || /^\d+$/.test(reference) ? Number(reference) : undefined;
  if (number !== undefined) return found(owner.versions.find((v) => v.version === number));
  const tag = owner.tags?.[reference];
  if (tag === undefined) throw missingAsset();
  return resolveVersion(owner, tag.version);
}

/** Changes a draft's settings. `null` is stored as it is, as Retell does. Published versions cannot be changed. */
export function updateDraft<S extends object>(version: Version<S>, settings: S, now: number): void {
  if (version.is_published) {
    throw new RetellError(400, `Version ${version.version} is published and cannot be changed. Create a new version.`);
  }
  version.settings = settings;
  version.last_modification_timestamp = now;
}

export function firstVersion<S>(settings: S, now: number): Version<S> {
  return {
    version: 0,
    base_version: null,
    is_published: false,
    published_at: null,
    last_modification_timestamp: now,
    settings,
  };
}

export function draftFrom<S>(base: Version<S>, version: number, now: number): Version<S> {
  return { ...firstVersion(structuredClone(base.settings), now), version, base_version: base.version };
}

export function publish<S>(version: Version<S>, now: number): void {
  version.is_published = true;
  version.published_at = now;
  version.last_modification_timestamp = now;
}

function latestPublished<S>(versions: Version<S>[]): Version<S> | undefined {
  return versions
    .filter((v) => v.is_published)
    .toSorted((a, b) => (a.published_at ?? 0) - (b.published_at ?? 0) || a.version - b.version)
    .at(-1);
}

function found<S>(version: Version<S> | undefined): Version<S> {
  if (version === undefined) throw missingAsset();
  return version;
}
