import { type Demand, demandOf, type VerificationRule } from "./verification-rules.ts";

/**
 * How a look-up ended. `open`: it is being answered, which counts as a miss. `date_missed`: a date was among what was
 * offered.
 */
export const LOOK_UP_RESULTS = ["open", "missed", "date_missed", "heard"] as const;
export type LookUpResult = (typeof LOOK_UP_RESULTS)[number];

/** One look-up of a caller within a day; `person`: whose booking was heard. */
export type CallersLookUp = { at: number; result: LookUpResult; person: string | null };

/**
 * The look-ups of all callers of a company within a day: `misses` includes those by date, `heard` counts the passengers
 * whose bookings were heard. `lastHour`: passengers heard and misses within an hour. A booking that is heard again
 * tells nobody anything new.
 * @internal exported for its test
 */
export type CompanysLookUps = {
  misses: number;
  dateMisses: number;
  heard: number;
  lastHour: number;
  lastMissAt: number | null;
};

/** What was counted before a look-up; nothing for an operator who tries it out. */
export type Counted = { caller: CallersLookUp[]; company: CompanysLookUps };
export const NOTHING_COUNTED: Counted = {
  caller: [],
  company: { misses: 0, dateMisses: 0, heard: 0, lastHour: 0, lastMissAt: null },
};

const HOUR_MS = 3_600_000;

// Why these numbers: docs/security.md, computed by `npm run guessing`.
const CALLER = {
  misses: { hour: 5, day: 10 },
  persons: { hour: 10, day: 20 }, // whose bookings one caller hears
  personsByDate: 2, // after that many in a day a date alone proves nothing: near numbers may have near dates
};
/**
 * What all callers together may do before more is demanded:
 * `least`, and one more for every `oneMorePer` passengers heard.
 */
const COMPANY = {
  dateMisses: { least: 5, oneMorePer: 80 },
  misses: { least: 100, oneMorePer: 12 },
  lastHour: { least: 120, oneMorePer: Number.POSITIVE_INFINITY }, // guessers must not raise a limit by hearing bookings
  missesBeforeWaiting: { least: 150, oneMorePer: 3 },
};
const WAIT = { firstMs: 30_000, doublesEvery: 10, mostMs: 15 * 60_000 };

/** What a caller may do now, and what the operator should know about it. */
export type Limits = {
  /** Nothing more: five misses within an hour, or ten within a day. */
  callerLocked: boolean;
  /** Whether this person's booking may be heard in addition to those that the caller has heard already. */
  mayHear: (person: string) => boolean;
  /** What must be shown for a booking. */
  demand: Demand;
  /** Whether only callers whose own number is on the booking are answered until `lastMissAt` is longer ago. */
  waiting: boolean;
  /** Whether all callers together have done more than honest callers do. */
  guarded: boolean;
};

/**
 * What the counted look-ups mean for the next one. A caller can be locked, but a company never is, because then anybody
 * could silence it. When its callers miss too often, a date proves nothing any more, then one more detail is demanded,
 * then look-ups wait longer and longer after each miss. Callers from the phone on the booking are always answered.
 */
export function limitsFor(rule: VerificationRule, { caller, company }: Counted, now: number): Limits {
  const usual = demandOf(rule);
  const tooMany = company.misses >= allowed("misses", company) || company.lastHour >= allowed("lastHour", company);
  const datesMissed = company.dateMisses >= allowed("dateMisses", company);
  const dates = usual.dates && !datesMissed && personsHeard(caller, 0).size < CALLER.personsByDate;
  return {
    callerLocked: isLocked(caller, now),
    mayHear: (person) => mayHear(caller, person, now),
    demand: { details: usual.details + (tooMany ? 1 : 0), dates },
    waiting: company.lastMissAt !== null && now - company.lastMissAt < waitAfter(company),
    guarded: tooMany || datesMissed,
  };
}

/** Whether this caller has heard about this person within the hour. */
export function isRepeated(caller: CallersLookUp[], person: string | undefined, now: number): boolean {
  return caller.some((lookUp) => lookUp.result === "heard" && lookUp.person === person && lookUp.at > now - HOUR_MS);
}

function isLocked(caller: CallersLookUp[], now: number): boolean {
  const misses = caller.filter(({ result }) => result !== "heard");
  const lastHour = misses.filter(({ at }) => at > now - HOUR_MS);
  return lastHour.length >= CALLER.misses.hour || misses.length >= CALLER.misses.day;
}

function mayHear(caller: CallersLookUp[], person: string, now: number): boolean {
  const today = personsHeard(caller, 0);
  const lastHour = personsHeard(caller, now - HOUR_MS);
  return today.has(person) || (lastHour.size < CALLER.persons.hour && today.size < CALLER.persons.day);
}

function personsHeard(caller: CallersLookUp[], since: number): Set<string> {
  return new Set(caller.flatMap(({ at, person }) => (person !== null && at > since ? [person] : [])));
}

function allowed(what: keyof typeof COMPANY, { heard }: CompanysLookUps): number {
  const { least, oneMorePer } = COMPANY[what];
  return least + Math.floor(heard / oneMorePer);
}

function waitAfter(company: CompanysLookUps): number {
  const over = company.misses - allowed("missesBeforeWaiting", company);
  return over < 0 ? 0 : Math.min(WAIT.mostMs, WAIT.firstMs * 2 ** Math.floor(over / WAIT.doublesEvery));
}
