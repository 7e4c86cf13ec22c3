import { normaliseHeader } from "./normalise-header.ts";

/**
 * The key under which a company's mapping for a header row is remembered. It is the same for the same set of titles,
 * however they are ordered, cased or accented. Repeated titles count.
 */
export function mappingKey(columns: string[]): string {
  return JSON.stringify(columns.map((title) => normaliseHeader(title) || title.trim()).sort());
}
