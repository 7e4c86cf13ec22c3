import { type Atom, type Before, type Found, ZERO_OR_O } from "./atom.ts";
import { AMBIGUOUS_WORDS, letterOf, SPELLING_WORDS } from "./letter-words.ts";
import { NUMBER_WORDS, type NumberWord } from "./number-words.ts";
import { BEFORE_VERB, COUNTED_THINGS, FILLERS } from "./phrases.ts";
import type { Word } from "./words.ts";

/** One word by itself: a number, a letter, a part of the number as it is, or nothing. */
export function plainAt(words: Word[], at: number, { pause, joined, atoms }: Before): Found {
  const [text = "", previous = "", next = ""] = [words[at]?.text, words[at - 1]?.text, words[at + 1]?.text];
  if (COUNTED_THINGS.has(text)) takeBackCount(atoms);
  if (isConnector(text, previous, next)) return { length: 1, joins: true };
  if (saysNothing(words, at, atoms)) return { length: 1 };
  const number = NUMBER_WORDS.get(text) ?? typedNumber(text, previous, next);
  if (number) return { length: 1, atom: { kind: "number", word: number, pause, joined } };
  const unsure = AMBIGUOUS_WORDS.get(text);
  if (unsure) return { length: 1, atom: { kind: "unsure", text: unsure, pause, verb: BEFORE_VERB.has(previous) } };
  const options = charactersOf(text, atoms.length === 0);
  return options.length > 0 ? { length: 1, atom: { kind: "text", options, pause } } : { length: 1 };
}

function saysNothing(words: Word[], at: number, atoms: Atom[]): boolean {
  const text = words[at]?.text ?? "";
  const next = words[at + 1];
  if (text === "one") return /^(the|this|that)$/.test(words[at - 1]?.text ?? "");
  // "oh, it's 507"
  if (text === "oh") return atoms.length === 0 && next !== undefined && (next.pause || FILLERS.has(next.text));
  return FILLERS.has(text) || COUNTED_THINGS.has(text);
}

/** The characters that a word stands for; none for a word of ordinary speech. */
function charactersOf(text: string, isFirst: boolean): string[] {
  if (text === "o" || text === "oh" || text === "owe") return [ZERO_OR_O];
  if (/\d/.test(text)) return [text];
  if (/^(?:\+|plus|mas)$/.test(text)) return ["+"];
  const letter = letterOf(text) ?? SPELLING_WORDS.get(text);
  if (letter) return [letter];
  // "RES", "SCE": short strings that are not words. A longer one is part of the number only at its beginning.
  if (text.length <= 3) return [text];
  return text.length <= 6 && isFirst ? ["", text] : [];
}

/** A typed digit counts as a number word only beside "hundred" and "thousand": "2 thousand 26". */
function typedNumber(text: string, previous: string, next: string): NumberWord | undefined {
  if (!/^[1-9]\d?$/.test(text)) return undefined;
  const multiplies = [previous, next].some((word) => /^(hundred|thousand)$/.test(NUMBER_WORDS.get(word)?.kind ?? ""));
  return multiplies ? { value: Number(text), kind: text.length === 1 ? "unit" : "pair" } : undefined;
}

/** "five hundred and seven", "treinta y uno", "a hundred". */
function isConnector(text: string, previous: string, next: string): boolean {
  const before = NUMBER_WORDS.get(previous)?.kind ?? "";
  if (!NUMBER_WORDS.has(next)) return false;
  if (text === "and" || text === "und") return /^(hundreds?|thousand)$/.test(before);
  if (text === "a") return next === "hundred" || next === "thousand";
  return text === "y" && before === "ten";
}

/** "507 for two people": the count and its "for" are not part of the number. */
function takeBackCount(atoms: Atom[]): void {
  const last = atoms.at(-1);
  if (last?.kind !== "number" && !(last?.kind === "text" && /^\d{1,2}$/.test(last.options[0] ?? ""))) return;
  atoms.pop();
  if (atoms.at(-1)?.kind === "unsure") atoms.pop();
}
