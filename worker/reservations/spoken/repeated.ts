import { type Atom, type Before, type Found, ZERO_OR_O } from "./atom.ts";
import { letterOf, SPELLING_WORDS } from "./letter-words.ts";
import { NUMBER_WORDS, PLURALS, REPEATS } from "./number-words.ts";
import { type Phrases, phraseAt, phrasesOf, type Word } from "./words.ts";

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

const TWICE: Phrases = phrasesOf("twice|two times|2 times|dos veces|zweimal|zwei mal");
const THRICE: Phrases = phrasesOf("thrice|three times|3 times|tres veces|dreimal|drei mal");

/** "five twice" is 55, and "twice five" too; between two digits it may belong to either of them. */
export function timesAt(words: Word[], at: number, { pause, atoms }: Before): Found | undefined {
  const twice = phraseAt(words, at, TWICE);
  const length = twice || phraseAt(words, at, THRICE);
  if (length === 0) return undefined;
  const times = twice > 0 ? 2 : 3;
  const next = words[at + length];
  const after = next && !next.pause ? charactersOf(next.text) : undefined;
  const options = after === undefined ? [] : [after.repeat(times)];
  const before = pause && after !== undefined ? null : takeSaidBefore(atoms);
  if (before === null)
    return after === undefined ? { length } : { length: length + 1, atom: { kind: "text", options, pause } };
  const repeated = [...new Set([before.text, before.text.slice(-1)])].map(
    (part) => before.text.slice(0, before.text.length - part.length) + part.repeat(times),
  );
  // "507, twice": the last digit, or all of it said once more.
  if (after === undefined) {
    return {
      length,
      atom: { kind: "text", options: pause ? [before.text, ...repeated] : repeated, pause: before.pause },
    };
  }
  const either = [...repeated.map((text) => text + after), ...options.map((text) => before.text + text)];
  return { length: length + 1, atom: { kind: "text", options: either, pause: before.pause } };
}

/** Takes away the last digit, letter or number below 100, to be repeated; null if something else was said. */
function takeSaidBefore(atoms: Atom[]): { text: string; pause: boolean } | null {
  const last = atoms.at(-1);
  if (last?.kind === "text" && last.options.length === 1 && last.options[0]?.length === 1) {
    atoms.pop();
    return { text: last.options[0], pause: last.pause };
  }
  if (last?.kind !== "number" || last.word.value > 99) return null;
  atoms.pop();
  const ten = atoms.at(-1);
  if (ten?.kind !== "number" || ten.word.kind !== "ten" || last.word.kind !== "unit" || last.pause)
    return { text: String(last.word.value), pause: last.pause };
  atoms.pop();
  return { text: String(ten.word.value + last.word.value), pause: ten.pause };
}

function charactersOf(word: string): string | undefined {
  if (word === "o" || word === "oh") return ZERO_OR_O;
  const number = NUMBER_WORDS.get(word);
  if (number) return number.value < 100 ? String(number.value) : undefined;
  return /^\d+$/.test(word) ? word : (letterOf(word) ?? SPELLING_WORDS.get(word));
}
