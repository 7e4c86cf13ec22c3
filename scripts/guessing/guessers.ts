import type { Match } from "../../worker/reservations/store/lookups.ts";
import type { Args, Asked } from "./company.ts";
import { COMMONEST_NAME } from "./list.ts";
import { oneOf, type Random } from "./random.ts";

/**
 * The guessers. Each tries without a pause, day and night, and knows how numbers are made and how far ahead people
 * book.
 */
type Guesser = {
  /** The look-ups made at the `turn`-th moment: one, or many at the same time. */
  tries: (turn: number, at: number) => Asked[];
};
type Make = (list: [Match, ...Match[]], random: Random) => Guesser;
type Says = (list: [Match, ...Match[]], turn: number, at: number, random: Random) => Args;

/** A caller shows a new number after every few tries, as somebody who forges caller ids can. */
const PER_CALLER = 4;
const AT_ONCE = 40;

const ids = {
  one: () => "+19095550100",
  many: (turn: number) => `+1909${String(Math.floor(turn / PER_CALLER)).padStart(7, "0")}`,
};

export const GUESSERS: Record<string, Make> = {
  "numbers alone, many callers": from(ids.many, (list, turn) => ({ confirmation_number: at(list, turn) })),
  "numbers and the date, one caller": from(ids.one, dateOfNeighbours),
  "numbers and the date, many callers": from(ids.many, dateOfNeighbours),
  "numbers and the date, withheld": withheld(dateOfNeighbours),
  "numbers and a common name, many callers": from(ids.many, (list, turn) => ({
    confirmation_number: at(list, turn),
    last_name: COMMONEST_NAME,
  })),
  "numbers, date and a common name, many callers": from(ids.many, (...known) => ({
    ...dateOfNeighbours(...known),
    last_name: COMMONEST_NAME,
  })),
  "known phones, date and a common name": from(ids.many, (list, turn, now) => ({
    telephone: list[turn % list.length]?.phoneE164 ?? "",
    last_name: COMMONEST_NAME,
    pickup_date: isoDay(now),
  })),
  "known names, numbers in turn": from(ids.many, (list, turn) => ({
    confirmation_number: at(list, turn),
    last_name: list[(turn * 7919) % list.length]?.customerName?.split(" ").at(-1) ?? "",
  })),
  "40 at the same moment, one caller": atOnce(ids.one),
  "40 at the same moment, many callers": atOnce(ids.many),
};

function from(id: (turn: number) => string, says: Says): Make {
  return (list, random) => ({
    tries: (turn, now) => [{ caller: id(turn), callerId: id(turn), args: says(list, turn, now, random), at: now }],
  });
}

function withheld(says: Says): Make {
  return (list, random) => ({
    tries: (turn, now) => [
      { caller: `call:${Math.floor(turn / PER_CALLER)}`, callerId: null, args: says(list, turn, now, random), at: now },
    ],
  });
}

function atOnce(id: (turn: number) => string): Make {
  return (list, random) => ({
    tries: (turn, now) =>
      Array.from({ length: turn % AT_ONCE === 0 ? AT_ONCE : 0 }, (_, n) => {
        const caller = id(turn + n);
        return { caller, callerId: caller, args: dateOfNeighbours(list, turn + n, now, random), at: now };
      }),
  });
}

/** The next number of the list, in turn. Whoever knows where the numbers are hits a booking with each one. */
function at(list: [Match, ...Match[]], turn: number): string {
  return list[turn % list.length]?.confirmationNumber ?? "";
}

const NEIGHBOURS = 10;

/**
 * Guesses the day on which most bookings with nearby numbers are. Nobody could know that day without hearing one of
 * them.
 */
function dateOfNeighbours(list: [Match, ...Match[]], turn: number, _: number, random: Random): Args {
  const place = turn % list.length;
  const days = list
    .slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS)
    .filter((_, near) => near !== Math.min(place, NEIGHBOURS))
    .map(({ pickupAt }) => isoDay(pickupAt ?? 0));
  const often = [...Map.groupBy(days, (day) => day)].toSorted(([, a], [, b]) => b.length - a.length)[0];
  return { confirmation_number: at(list, turn), pickup_date: often?.[0] ?? oneOf(random, ["today", "tomorrow"]) };
}

function isoDay(instant: number): string {
  return new Date(instant - 7 * 3_600_000).toISOString().slice(0, 10); // in Phoenix
}
