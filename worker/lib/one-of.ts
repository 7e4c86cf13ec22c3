/** The words of a fixed set, in the order of the table that says what each is called. */
export function oneOf<Word extends string>(words: Record<Word, unknown>): [Word, ...Word[]] {
  return Object.keys(words) as [Word, ...Word[]]; // a fixed set has a word, and these are its keys
}
