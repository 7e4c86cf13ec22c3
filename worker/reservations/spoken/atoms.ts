import type { Atom, Before, Found } from "./atom.ts";
import { ANEW, CORRECTIONS, SEPARATORS } from "./phrases.ts";
import { plainAt } from "./plain-word.ts";
import { repeatedAt, timesAt } from "./repeated.ts";
import { spelledAt } from "./spelled-out.ts";
import { phraseAt, type Word } from "./words.ts";

/** What the words of a number stand for, one after the other. Words that say nothing are left out. */
export function atomsOf(words: Word[]): Atom[] {
  const atoms: Atom[] = [];
  let pause = false;
  let joined = false;
  for (let at = 0; at < words.length; ) {
    pause ||= words[at]?.pause === true;
    const found = atomAt(words, at, { pause, joined, atoms });
    at += found.length;
    if (found.atom) atoms.push(found.atom);
    pause = found.atom ? false : pause || !found.joins;
    joined = found.atom ? false : joined || found.joins === true;
  }
  return atoms;
}

function atomAt(words: Word[], at: number, before: Before): Found {
  return (
    correctionAt(words, at, before.atoms) ??
    separatorAt(words, at) ??
    spelledAt(words, at, before) ??
    timesAt(words, at, before) ??
    repeatedAt(words, at, before) ??
    plainAt(words, at, before)
  );
}

/** Several words of regret in a row are one correction. If nothing was said before them, they are none. */
function correctionAt(words: Word[], at: number, atoms: Atom[]): Found | undefined {
  let length = 0;
  let anew = false;
  for (;;) {
    const restart = phraseAt(words, at + length, ANEW);
    const step = restart || phraseAt(words, at + length, CORRECTIONS);
    if (step === 0) break;
    anew ||= restart > 0;
    length += step;
  }
  if (length === 0) return undefined;
  return atoms.length === 0 ? { length } : { length, atom: { kind: "correction", anew } };
}

function separatorAt(words: Word[], at: number): Found | undefined {
  const length = phraseAt(words, at, SEPARATORS);
  return length > 0 ? { length, atom: { kind: "break" } } : undefined;
}
