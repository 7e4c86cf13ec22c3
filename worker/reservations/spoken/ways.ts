import type { Atom } from "./atom.ts";
import { digitsOf } from "./cardinals.ts";
import { GROUP } from "./corrected.ts";

type Said = Exclude<Atom, { kind: "correction" }>;
type Spoken = Extract<Atom, { kind: "number" }>;

const MOST_WAYS = 64; // a limit for what nobody says; the caller is asked again long before it

/** The ways in which what was said may be written. Groups that were said apart have a mark between them. */
export function waysToWrite(atoms: Said[]): string[] {
  let ways = [""];
  for (let at = 0; at < atoms.length; ) {
    const { options, length } = optionsAt(atoms, at);
    ways = ways.flatMap((way) => options.map((option) => way + option)).slice(0, MOST_WAYS);
    at += length;
  }
  return [...new Set(ways.map((way) => way.replace(/\|+/g, GROUP).replace(/^\||\|$/g, "")))];
}

function optionsAt(atoms: Said[], at: number): { options: string[]; length: number } {
  const atom = atoms[at];
  if (atom === undefined || atom.kind === "break") return { options: [GROUP], length: 1 };
  const mark = atom.pause ? GROUP : "";
  if (atom.kind === "text") return { options: atom.options.map((option) => mark + option), length: 1 };
  if (atom.kind === "number") {
    const run = numbersFrom(atoms, at);
    return { options: digitsOf(run), length: run.length };
  }
  const end = endOfUnsure(atoms, at);
  const sounds = atoms
    .slice(at, end)
    .map((unsure) => (unsure.kind === "unsure" ? unsure.text : ""))
    .join("");
  return { options: whenUnsure(atoms, at, end, sounds).map((option) => mark + option), length: end - at };
}

/** "to" is a 2 inside a number; at the edge of one it may be the plain word. After "number", "are" is a verb. */
function whenUnsure(atoms: Said[], at: number, end: number, sounds: string): string[] {
  const before = atoms.slice(0, at).some(isCertain);
  const after = atoms.slice(end).some(isCertain);
  const first = atoms[at];
  if (first?.kind !== "unsure" || (!before && first.verb) || (before && !after && first.pause)) return [""];
  return before === after ? [sounds] : [sounds, ""];
}

function isCertain(atom: Said): boolean {
  return atom.kind === "number" || atom.kind === "text";
}

function endOfUnsure(atoms: Said[], at: number): number {
  const end = atoms.findIndex((atom, index) => index > at && atom.kind !== "unsure");
  return end === -1 ? atoms.length : end;
}

function numbersFrom(atoms: Said[], at: number): Spoken[] {
  const run: Spoken[] = [];
  for (const atom of atoms.slice(at)) {
    if (atom.kind !== "number") break;
    run.push(atom);
  }
  return run;
}
