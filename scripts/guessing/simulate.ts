import type { VerificationRule } from "../../worker/reservations/verification-rules.ts";
import { openCompany, toldOf } from "./company.ts";
import { GUESSERS } from "./guessers.ts";
import { type HonestTally, honestCall } from "./honest.ts";
import { DAY_MS, makeList, type Numbering } from "./list.ts";
import { randomFrom } from "./random.ts";

export type Setting = {
  rule: VerificationRule;
  numbering: Numbering;
  /** Honest callers a day; the list has four bookings for each. */
  callsADay: number;
  /** Null: nobody guesses. */
  guesser: string | null;
  days: number;
  seed: number;
  /** False: what would happen without any limit. */
  limited: boolean;
};
export type Result = {
  /** Passengers whose bookings a guesser heard, in a day and in the worst hour. */
  strangersADay: number;
  strangersInWorstHour: number;
  /** Of a thousand honest callers. */
  lockedOutPerThousand: number;
  unheardPerThousand: number;
};

const START = Date.parse("2026-12-01T15:00:00Z");
const EVERY_MS = 20_000; // a try every twenty seconds: several calls beside one another

/** Plays honest callers and a guesser against one company, hour by hour. The same setting gives the same result. */
export function simulate({ rule, numbering, callsADay, guesser, days, seed, limited }: Setting): Result {
  const random = randomFrom(seed);
  const [first, ...others] = makeList(callsADay * 4, numbering, START, random);
  if (!first) throw new Error("A list needs a booking.");
  const company = openCompany([first, ...others], rule, { limited });
  const list = [first, ...others];
  const make = guesser === null ? null : GUESSERS[guesser];
  const guessing = make?.([first, ...others], random);
  const honest: HonestTally = { callers: 0, locked: 0, unheard: 0 };
  const told = new Set<string>();
  let worst = 0;
  for (let hour = 0; hour < days * 24; hour++) {
    const before = told.size;
    for (let at = hour * 3_600_000; at < (hour + 1) * 3_600_000; at += EVERY_MS) {
      const now = START + at;
      if (random() < callsADay / (DAY_MS / EVERY_MS)) honestCall(company, [first, ...others], now, random, honest);
      const tries = guessing?.tries(at / EVERY_MS, now) ?? [];
      for (const decided of company.askAtOnce(tries)) for (const person of toldOf(decided, list)) told.add(person);
    }
    worst = Math.max(worst, told.size - before);
  }
  return {
    strangersADay: told.size / days,
    strangersInWorstHour: worst,
    lockedOutPerThousand: (1000 * honest.locked) / honest.callers,
    unheardPerThousand: (1000 * honest.unheard) / honest.callers,
  };
}
