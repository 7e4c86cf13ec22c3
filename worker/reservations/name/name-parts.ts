import { nameKey } from "../name.ts";
import { GIVEN_NAMES } from "./given-names.ts";
import { SURNAMES } from "./surnames.ts";

const TITLES = wordSet(
  "mr mrs ms miss mx dr prof sir madam mister missus doctor professor capt captain lt sgt col rev fr hon sr sra srta senor senora senorita don dona ing lic herr frau mstr",
);
const SUFFIXES = wordSet("jr sr ii iii iv esq md phd junior senior dds rn cpa");

/** Small words in a last name that are not a name on their own. */
export const PARTICLES = wordSet(
  "de del dela delos delas la las los el le du des da do dos das di della van von der den ten ter zu zum zur al bin ben ibn st san santa mac mc o y e",
);

/**
 * A name from a list, as keys of its words. `given`: surely first names. `rest`: the other words. `last`: those of
 * `rest` that surely are a last name because they end it; empty if a first name ends it ("Ana Maria").
 */
export type NameParts = { given: string[]; rest: string[]; last: ReadonlySet<string> };

/** The parts of "Ana Maria Lund", "Lund, Ana Maria", "OBRIEN/SEAN MR" or "Dr. Ana Torres-Vega Jr.". */
export function nameParts(name: string): NameParts {
  const [before = "", after = ""] = name.split(/[,/]/, 2);
  const given = chunksOf(after);
  const chunks = chunksOf(before);
  const [first = [], ...others] = chunks;
  const ending = chunks.at(-1) ?? [];
  if (given.length > 0) return parts(given.flat(), chunks.flat(), ending);
  if (others.length === 0) return parts([], first, first);
  // "GARCIA MARIA": a list that writes the last name first, without a comma.
  if (first.every((word) => SURNAMES.has(word)) && ending.every((word) => GIVEN_NAMES.has(word)))
    return parts(others.flat(), first, first);
  return parts(first, others.flat(), ending);
}

/** The words that a caller gave as their name, without "my last name is", titles, and the spelling after it. */
export function saidWords(said: string): string[] {
  const lead =
    /^(?:(?:yes|it'?s|that'?s|my|the|our|last|family|full|surname|name|apellidos?|nombre|mi|es|el|is|under|se|llama|me|llamo)\b[\s,:]*)+/i;
  const words = chunksOf(said.trim().replace(lead, "").replace(/[,/]/g, " ")).flat();
  const named = words.filter((word) => word.length > 1 || PARTICLES.has(word));
  const isSpelledToo = named.some((word) => !PARTICLES.has(word)) && words.length - named.length > 2;
  return (isSpelledToo ? named : words).map((word) => (word === "oh" ? "o" : word));
}

function parts(given: string[], rest: string[], ending: string[]): NameParts {
  // "Le" and "Do" are particles in one name and the whole last name in another.
  const isName = (word: string) =>
    word.length > 1 && !GIVEN_NAMES.has(word) && (rest.length === 1 || !PARTICLES.has(word));
  return { given, rest, last: new Set(ending.filter(isName)) };
}

/** The words between spaces, each as the parts a hyphen joins, without the titles and suffixes around them. */
function chunksOf(name: string): string[][] {
  const chunks = name
    .split(/\s+/)
    .map((word) => nameKey(word).split(" ").filter(Boolean))
    .filter((words) => words.length > 0);
  while (chunks.length > 0 && isOf(TITLES, chunks[0])) chunks.shift();
  while (chunks.length > 0 && (isOf(SUFFIXES, chunks.at(-1)) || isOf(TITLES, chunks.at(-1)))) chunks.pop();
  return chunks;
}

function isOf(words: ReadonlySet<string>, chunk: string[] | undefined): boolean {
  return chunk?.length === 1 && words.has(chunk[0] ?? "");
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
