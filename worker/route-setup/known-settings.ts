import type { NumberSettings } from "./carrier-side.ts";

/** The settings that somebody else has changed: they are neither what we found nor anything that we have written. */
export function changedByOthers(current: NumberSettings, known: NumberSettings[]): string[] {
  return Object.keys(current).filter((name) => !known.some((settings) => settings[name] === current[name]));
}

/** What has to be written so that `current` becomes `wanted`. */
export function differences(current: NumberSettings, wanted: NumberSettings): NumberSettings {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => current[name] !== value));
}

export function isSame(current: NumberSettings, wanted: NumberSettings): boolean {
  return Object.keys(differences(current, wanted)).length === 0;
}
