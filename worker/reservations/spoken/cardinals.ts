import type { Atom } from "./atom.ts";
import { GROUP } from "./corrected.ts";

type Spoken = Extract<Atom, { kind: "number" }>;
/** A value that starts at a place, and where the next one starts. */
type Option = { value: number; next: number };

const MOST_WAYS = 64; // a limit for what nobody says; the caller is asked again long before it

/**
 * The digits that a run of number words may stand for, the most natural first:
 * "seven eighty eight" → 788. Words are added up as people mean them. If a pause or
 * a further digit leaves that open, both ways are given ("twenty, six" → 26, 206).
 */
export function digitsOf(run: Spoken[]): string[] {
  let ways: { digits: string; at: number }[] = [{ digits: "", at: 0 }];
  while (ways.some(({ at }) => at < run.length)) {
    ways = ways
      .flatMap((way) =>
        way.at >= run.length
          ? [way]
          : cardinals(run, way.at).map(({ value, next }) => ({
              digits: `${way.digits}${run[way.at]?.pause ? GROUP : ""}${value}`,
              at: next,
            })),
      )
      .slice(0, MOST_WAYS);
  }
  return [...new Set(ways.map(({ digits }) => digits))];
}

function cardinals(run: Spoken[], at: number): Option[] {
  if (kindAt(run, at) === "thousand") return withRest(run, { value: 1000, next: at + 1 }, belowThousand);
  return belowThousand(run, at).flatMap((option) =>
    kindAt(run, option.next) === "thousand" && option.value > 0 && !run[option.next]?.pause
      ? withRest(run, { value: option.value * 1000, next: option.next + 1 }, belowThousand)
      : [option],
  );
}

function belowThousand(run: Spoken[], at: number): Option[] {
  const word = run[at]?.word;
  if (!word) return [];
  const kind = word.kind;
  if (kind === "hundred" || kind === "hundreds")
    return withRest(run, { value: word.value, next: at + 1 }, belowHundred);
  return belowHundred(run, at).flatMap((option) =>
    kindAt(run, option.next) === "hundred" && option.value > 0 && !run[option.next]?.pause
      ? withRest(run, { value: option.value * 100, next: option.next + 1 }, belowHundred)
      : [option],
  );
}

function belowHundred(run: Spoken[], at: number): Option[] {
  const word = run[at]?.word;
  if (!word) return [];
  const alone = { value: word.value, next: at + 1 };
  const unit = run[at + 1];
  if (word.kind !== "ten" || unit?.word.kind !== "unit") return [alone];
  const together = { value: word.value + unit.word.value, next: at + 2 };
  // "four eighty five five five" is 480 555.
  const repeated = run[at + 2]?.word.kind === "unit" && run[at + 2]?.word.value === unit.word.value;
  return (unit.pause || repeated) && !unit.joined ? [together, alone] : [together];
}

/** A hundred or thousand with what is added to it, or without it if a pause or more digits may mean that. */
function withRest(run: Spoken[], base: Option, rest: (run: Spoken[], at: number) => Option[]): Option[] {
  const first = run[base.next];
  if (!first || first.word.kind === "zero" || kindAt(run, base.next) === "thousand") return [base];
  const added = rest(run, base.next).filter(({ value }) => value > 0 && value < scaleOf(base.value));
  if (added.length === 0) return [base];
  const open = !first.joined && (first.pause || added.some(({ next }) => next < run.length));
  const together = added.map(({ value, next }) => ({ value: base.value + value, next }));
  return open ? [...together, base] : together;
}

function scaleOf(value: number): number {
  return value % 1000 === 0 ? 1000 : 100;
}

function kindAt(run: Spoken[], at: number): Spoken["word"]["kind"] | undefined {
  return run[at]?.word.kind;
}
