import { normaliseHeader } from "./normalise-header.ts";

/**
 * A header row as a key under which a company's mapping is remembered: the same for the same set of titles, however they
 * are ordered, cased or accented. Repeated titles count.
 */
export function mappingKey(columns: string[]): string {
  return JSON.stringify(columns.map((title) => normaliseHeader(title) || title.trim()).sort());
}
