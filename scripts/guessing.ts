import { parseArgs } from "node:util";
import { VERIFICATION_RULES, type VerificationRule } from "../worker/reservations/verification-rules.ts";
import { GUESSERS } from "./guessing/guessers.ts";
import { NUMBERINGS, SHARE_OF_COMMONEST } from "./guessing/list.ts";
import { type Result, simulate } from "./guessing/simulate.ts";

// `npm run guessing`: how many strangers' bookings somebody hears who guesses all day, and how many honest callers are
// locked out meanwhile, with the product's own rules and limits against made-up lists. Nothing is sent anywhere.
//   -- --days 5    how long each guesser goes on
//   -- --check     fails if the default setting misses its goal: fewer than one booking a day, no honest caller in a
//                  thousand locked out while nobody guesses

const { values } = parseArgs({
  options: { days: { type: "string", default: "1" }, check: { type: "boolean", default: false } },
});
const days = Number(values.days);
const CALLS_A_DAY = 200;
const SEED = 7;

console.log(
  `the commonest last name has ${(SHARE_OF_COMMONEST * 100).toFixed(1)} % of the passengers; ${days} days each\n`,
);
const failures: string[] = [];
for (const rule of ["second_factor", "confirmation_only"] satisfies VerificationRule[]) {
  console.log(`${VERIFICATION_RULES[rule]} (${rule})`);
  console.log("                                                 strangers' bookings           honest callers, of 1000");
  console.log(
    "guesser                                        a day  worst hour  unlimited   locked out  heard nothing",
  );
  for (const guesser of [null, ...Object.keys(GUESSERS)]) {
    const worst = worstOf(rule, guesser, true);
    const without = guesser === null ? null : worstOf(rule, guesser, false);
    console.log(line(guesser ?? "nobody guesses", worst, without));
    if (rule === "second_factor" && worst.strangersADay >= 1) failures.push(`${guesser}: ${worst.strangersADay} a day`);
    if (guesser === null && worst.lockedOutPerThousand >= 1) failures.push(`${rule}: honest callers are locked out`);
  }
  console.log("");
}
if (values.check && failures.length > 0) {
  for (const failure of failures) console.error(failure);
  process.exitCode = 1;
}

/** The worst of the ways to number; without limits only of numbers that are counted up, which are guessed most. */
function worstOf(rule: VerificationRule, guesser: string | null, limited: boolean): Result {
  const results = NUMBERINGS.filter((numbering) => limited || numbering === "counted up").map((numbering) =>
    simulate({ rule, numbering, callsADay: CALLS_A_DAY, guesser, days, seed: SEED, limited }),
  );
  const most = (name: keyof Result) => Math.max(...results.map((result) => result[name]));
  return {
    strangersADay: most("strangersADay"),
    strangersInWorstHour: most("strangersInWorstHour"),
    lockedOutPerThousand: most("lockedOutPerThousand"),
    unheardPerThousand: most("unheardPerThousand"),
  };
}

function line(name: string, result: Result, without: Result | null): string {
  const cell = (value: number | undefined, width: number, digits = 1) => (value?.toFixed(digits) ?? "").padStart(width);
  return [
    name.padEnd(46),
    cell(result.strangersADay, 6, 2),
    cell(result.strangersInWorstHour, 12, 0),
    cell(without?.strangersADay, 11, 0),
    cell(result.lockedOutPerThousand, 13, 2),
    cell(result.unheardPerThousand, 15, 1),
  ].join("");
}
