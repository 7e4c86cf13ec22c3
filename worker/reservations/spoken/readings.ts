import { behindAreaCode } from "./area-code.ts";
import { type Atom, ZERO_OR_O } from "./atom.ts";
import { atomsOf } from "./atoms.ts";
import { corrected, GROUP } from "./corrected.ts";
import { passageAbout } from "./passage.ts";
import { waysToWrite } from "./ways.ts";
import { type Word, wordsOf } from "./words.ts";

const MOST_READINGS = 7; // what may mean more is asked for again, because trying only some of them may find the wrong one
const MOST_WAYS = 64;

/**
 * What a caller's words may stand for, as letters and digits in lower case, none more likely than another: "five o
 * seven" → "507", "5o7". A telephone number may begin with "+". Empty when they name no number, or may
 * name too many.
 */
export function spokenReadings(wanted: "confirmation" | "phone", said: string): string[] {
  const words = wordsOf(said);
  const apart = wanted === "phone" ? behindAreaCode(words) : null;
  const put = apart ? codeInFront(readingsOf(wanted, apart.code), readingsOf(wanted, apart.local)) : [];
  return put.length > 0 ? put : readingsOf(wanted, words);
}

/** "555 0123, area code 602": only if both parts are as long as North America requires. */
function codeInFront(codes: string[], locals: string[]): string[] {
  const whole = codes.filter(isCode).flatMap((code) => locals.filter(isLocal).map((local) => code + local));
  return whole.length > MOST_READINGS ? [] : whole;
}

const isCode = (reading: string) => /^\d{3}$/.test(reading);
const isLocal = (reading: string) => /^\d{7}$/.test(reading);

function readingsOf(wanted: "confirmation" | "phone", words: Word[]): string[] {
  const [first, ...later] = partsOf(atomsOf(passageAbout(wanted, words)));
  let readings = waysToWrite(first?.atoms ?? []);
  for (const { atoms, anew } of later) {
    const after = waysToWrite(atoms).filter((way) => way !== "");
    if (after.length > 0)
      readings = readings.flatMap((before) => after.flatMap((way) => corrected(before, way, anew))).slice(0, MOST_WAYS);
  }
  const written = readings.flatMap(saidTwice).flatMap(zeroOrLetter).map(plusInFront);
  const distinct = [...new Set(written)].filter(isNumber);
  return distinct.length > MOST_READINGS ? [] : distinct;
}

/** A plus begins a telephone number and means nothing anywhere else. */
function plusInFront(reading: string): string {
  return reading.replace(/(?!^)\+/g, "");
}

/** Letters alone make a number only if there are a few: "see you" is not one. */
function isNumber(reading: string): boolean {
  return /\d/.test(reading) || reading.length > 3;
}

type Part = { atoms: Exclude<Atom, { kind: "correction" }>[]; anew: boolean };

/** What was said before a correction, and after each. */
function partsOf(atoms: Atom[]): Part[] {
  const parts: Part[] = [{ atoms: [], anew: false }];
  for (const atom of atoms) {
    if (atom.kind === "correction") parts.push({ atoms: [], anew: atom.anew });
    else parts.at(-1)?.atoms.push(atom);
  }
  return parts;
}

/** "five oh seven. Five oh seven." is 507, unless it is 507507. */
function saidTwice(reading: string): string[] {
  const groups = reading.split(GROUP);
  const all = groups.join("");
  const half = groups.findIndex((_, count) => groups.slice(0, count).join("") === all.slice(all.length / 2));
  return half > 0 && all.length >= 6 ? [all, all.slice(all.length / 2)] : [all];
}

/** A spoken "o" is a zero, or the letter: everywhere, or where it stands beside letters. */
function zeroOrLetter(reading: string): string[] {
  if (!reading.includes(ZERO_OR_O)) return [reading];
  const besideLetters = reading.replace(/°+/g, (o, at: number) =>
    /[a-z]/.test(reading.charAt(at - 1)) || /[a-z]/.test(reading.charAt(at + o.length))
      ? "o".repeat(o.length)
      : "0".repeat(o.length),
  );
  return [reading.replaceAll(ZERO_OR_O, "0"), besideLetters, reading.replaceAll(ZERO_OR_O, "o")];
}
