import { type Before, type Found, ZERO_OR_O } from "./atom.ts";
import { LETTER_PAIRS, letterOf, SPELLING_WORDS } from "./letter-words.ts";
import { NUMBER_WORDS, PLURALS, REPEATS } from "./number-words.ts";
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

/** A word that spells by its first letter: none that is itself part of a number ("D, four dash two"). */
function isExample(words: Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  if (!/^[a-z]{2,}$/.test(text) || letterOf(text) || NUMBER_WORDS.has(text) || REPEATS.has(text)) return false;
  return phraseAt(words, at, SEPARATORS) === 0 && phraseAt(words, at, CORRECTIONS) === 0;
}

/** "double seven", "triple o", "two zeros": one digit or letter several times. */
export function repeatedAt(words: Word[], at: number, { pause }: Before): Found | undefined {
  const next = words[at + 1]?.text ?? "";
  const counted = NUMBER_WORDS.get(words[at]?.text ?? "");
  const plural = PLURALS.get(next);
  if (plural && counted?.kind === "unit" && counted.value > 1)
    return { length: 2, atom: { kind: "text", options: [plural.repeat(counted.value)], pause } };
  const times = REPEATS.get(words[at]?.text ?? "");
  const single = times ? charactersOf(next) : undefined;
  if (!times || !single) return undefined;
  const once = single.charAt(0).repeat(times) + single.slice(1);
  const written = /\d/.test(next) || single.length === 1;
  return { length: 2, atom: { kind: "text", options: written ? [once] : [single.repeat(times), once], pause } };
}

function charactersOf(word: string): string | undefined {
  if (word === "o" || word === "oh") return ZERO_OR_O;
  const number = NUMBER_WORDS.get(word);
  if (number) return number.value < 100 ? String(number.value) : undefined;
  return /^\d+$/.test(word) ? word : (letterOf(word) ?? SPELLING_WORDS.get(word));
}
