import type { NumberWord } from "./number-words.ts";

/** Stands for a spoken "o", which is a zero or the letter. */
export const ZERO_OR_O = "°";

/** The smallest part of a spoken number. `pause`: a pause came before it; `joined`: "and" came before it. */
export type Atom =
  | { kind: "number"; word: NumberWord; pause: boolean; joined: boolean }
  | { kind: "text"; options: string[]; pause: boolean }
  | { kind: "unsure"; text: string; pause: boolean; verb: boolean }
  | { kind: "break" }
  | { kind: "correction"; anew: boolean };

/** What is known when a word is read: what comes before it. */
export type Before = { pause: boolean; joined: boolean; atoms: Atom[] };

/** How many words were read, and the atom they are; `joins`: they only connect the words around them. */
export type Found = { length: number; atom?: Atom; joins?: boolean };
