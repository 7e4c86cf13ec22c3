import { FILLERS, LEADS_OVER } from "./phrases.ts";
import { phraseAt, phrasesOf, type Word } from "./words.ts";

const AREA_CODE = phrasesOf("area code|codigo de area|area|lada|prefijo|vorwahl");

/**
 * Splits a number from the area code behind it: "555 0123, area code 602". Null if nothing comes before the area code.
 */
export function behindAreaCode(words: Word[]): { local: Word[]; code: Word[] } | null {
  const at = words.findIndex((_, i) => phraseAt(words, i, AREA_CODE) > 0);
  if (at < 1) return null;
  const local = words.slice(0, at);
  while (isFiller(local.at(-1))) local.pop();
  return { local, code: words.slice(at + phraseAt(words, at, AREA_CODE)) };
}

function isFiller(word: Word | undefined): boolean {
  return word !== undefined && (FILLERS.has(word.text) || LEADS_OVER.has(word.text));
}
