import type { Before, Found } from "./atom.ts";
import { LETTER_PAIRS, letterOf, SPELLING_WORDS } from "./letter-words.ts";
import { NUMBER_WORDS, REPEATS } from "./number-words.ts";
import { AS_IN, CORRECTIONS, SEPARATORS } from "./phrases.ts";
import { phraseAt, type Word } from "./words.ts";

/** "B as in boy", "R for Robert", "B Bravo", "double u". The word after "as in" decides: letters sound alike. */
export function spelledAt(words: Word[], at: number, { pause }: Before): Found | undefined {
  const pair = LETTER_PAIRS.get(`${words[at]?.text} ${words[at + 1]?.text}`);
  if (pair) return { length: 2, atom: { kind: "text", options: [pair], pause } };
  const letter = letterOf(words[at]?.text ?? "");
  const link = phraseAt(words, at + 1, AS_IN);
  const example = words[at + 1 + link]?.text ?? "";
  const initial = isExample(words, at + 1 + link) ? example.charAt(0) : undefined;
  const sure = link > 0 && /^(as|like|como|wie)$/.test(words[at + 1]?.text ?? "");
  if (link > 0 && initial && (letter === initial || (sure && letter !== undefined))) {
    const options = letter === initial ? [initial] : [initial, letter ?? initial];
    return { length: 2 + link, atom: { kind: "text", options, pause } };
  }
  if (letter && SPELLING_WORDS.get(words[at + 1]?.text ?? "") === letter)
    return { length: 2, atom: { kind: "text", options: [letter, letter + letter], pause } };
  return undefined;
}

/**
 * Whether a word spells a letter by its first one. A word that is itself part of a number does not ("D, four dash two").
 */
function isExample(words: Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  if (!/^[a-z]{2,}$/.test(text) || letterOf(text) || NUMBER_WORDS.has(text) || REPEATS.has(text)) return false;
  return phraseAt(words, at, SEPARATORS) === 0 && phraseAt(words, at, CORRECTIONS) === 0;
}
