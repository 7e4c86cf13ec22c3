import { businessHoursNote } from "../hours/business-hours-note.ts";
import { isOpen } from "../hours/is-open.ts";
import { sayAge } from "../hours/say-time.ts";
import { choose } from "../reservations/choose.ts";
import type { Candidate } from "../reservations/confirmation-candidates.ts";
import { limitsFor } from "../reservations/look-up-limits.ts";
import { ownPassenger } from "../reservations/own-passenger.ts";
import { heardPerson } from "../reservations/person.ts";
import { readPickupDays } from "../reservations/pickup-date.ts";
import type { Alarm } from "../reservations/store/guessing-alarm.ts";
import type { Lookup } from "../reservations/store/lookups.ts";
import { driverTransfer, isFresh } from "../reservations/transfer.ts";
import type { Demand } from "../reservations/verification-rules.ts";
import { allowedMatches, offeredDetails } from "../reservations/verify.ts";
import { businessHoursOf } from "../settings/business-hours.ts";
import { askedDetails } from "./asked-details.ts";
import type { CheckReservationArgs } from "./check-reservation-args.ts";
import { foundAnswer, type LookupAnswer, moreNeededAnswer, notFoundAnswer } from "./lookup-answer.ts";

const SAY_AS_OF_MS = 12 * 3_600_000; // a list of this morning needs no remark; one of last evening does
const ONLY_THEIR_PHONE: Demand = { details: Number.POSITIVE_INFINITY, dates: false };

/** What a caller said, in the form in which it is looked up. */
export type SaidToLookUp = { confirmation: string | null; candidates: Candidate[]; phoneE164: string | null };
type Question = { args: CheckReservationArgs; callerId: string | null; now: number };
export type Decided = {
  outcome: string;
  answer: LookupAnswer;
  /** What the look-up counts as; null if it told nothing and was no miss. */
  counts: { result: "missed" | "date_missed" | "heard"; person?: string } | null;
  /** What the operator should know. */
  alarm: Alarm | null;
};

/**
 * What a caller hears about what was looked up: their booking, a question, nothing, or that they are locked. No I/O.
 */
export function decideLookUp(lookup: Lookup, said: SaidToLookUp, question: Question): Decided {
  const { company, matches, counted } = lookup;
  const { args, callerId, now } = question;
  const limits = limitsFor(company.verification, counted, now);
  const alarm: Alarm | null = limits.guarded ? "look_ups.company_guarded" : null;
  const told = (outcome: string, answer: LookupAnswer, counts: Decided["counts"] = null) => ({
    outcome,
    answer,
    counts,
    alarm,
  });
  if (said.candidates.length === 0 && said.phoneE164 === null)
    return told("nothing_asked", notFoundAnswer(args.telephone ? "telephone_unreadable" : "nothing_asked"));
  if (limits.callerLocked) return told("locked", notFoundAnswer("locked"));

  const pickupDays = args.pickup_date ? readPickupDays(args.pickup_date, company.timezone, now) : [];
  const evidence = {
    callerId,
    confirmationKeys: said.candidates.map(({ key }) => key),
    telephone: said.phoneE164,
    lastName: args.last_name ?? null,
    pickupDays,
  };
  const demand = limits.waiting ? ONLY_THEIR_PHONE : limits.demand;
  const allowed = allowedMatches(demand, matches, evidence, company.timezone);
  if (limits.waiting && allowed.length === 0) return told("locked", notFoundAnswer("locked"));
  const unreadableDate = args.pickup_date !== undefined && pickupDays.length === 0;
  const ask = allowed.length === 0 ? askedDetails(evidence, demand, { unreadableDate, now }) : null;
  // The words are the same whether or not the number exists: a guesser learns nothing, so it does not count as a miss.
  if (ask !== null) return told("second_factor_asked", moreNeededAnswer(ask));

  const known = { phones: [said.phoneE164, callerId], lastName: evidence.lastName };
  const own = ownPassenger(allowed, known);
  if (own === null) return told("unclear", notFoundAnswer("unclear"));
  const choice = choose(own, { words: said.confirmation, candidates: said.candidates }, now);
  if (choice.kind === "unclear") return told("unclear", notFoundAnswer("unclear"));
  if (choice.kind === "none") {
    // With an invented name beside it, a date is still a guess.
    const byDate = offeredDetails(evidence, demand).includes("pickup_date");
    return told("miss", notFoundAnswer("no_match"), { result: byDate ? "date_missed" : "missed" });
  }

  const person = heardPerson(choice.match);
  if (!limits.mayHear(person)) return { ...told("locked", notFoundAnswer("locked")), alarm: "look_ups.caller_stopped" };
  // A number that matches nothing is a guess, even if the telephone given with it has a booking.
  const missed = said.confirmation !== null && !choice.byNumber;
  return told("found", found(choice, lookup, said, question), { result: missed ? "missed" : "heard", person });
}

type One = Extract<ReturnType<typeof choose>, { kind: "one" }>;

function found(choice: One, { company }: Lookup, said: SaidToLookUp, { args, now }: Question): LookupAnswer {
  const { timezone, freshHours, importedAt } = company;
  const hours = businessHoursOf(withHours(company, args));
  return foundAnswer({
    ...choice,
    askedNumber: choice.byNumber ? null : said.confirmation,
    clock: { timezone, now },
    transfer: driverTransfer(choice.match, { ...company, now }),
    open: isOpen(hours, now),
    hoursNote: businessHoursNote(hours, now),
    fresh: isFresh(importedAt, freshHours, now),
    asOf: importedAt === null ? "" : sayAge(importedAt, timezone, now),
    sayAsOf: importedAt !== null && now - importedAt > SAY_AS_OF_MS,
  });
}

/**
 * Plan 4.2: plain daily hours may come with the call, as the webhook sent them. More precise hours of the company win.
 */
function withHours(company: Lookup["company"], args: CheckReservationArgs): Lookup["company"] {
  const start = hourOf(args.business_hours_start);
  const end = hourOf(args.business_hours_end);
  if (start === null || end === null || company.weeklyHours) return company;
  return { ...company, businessHoursStart: start, businessHoursEnd: end };
}

function hourOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,2}$/.test(text)) return null;
  const hour = Number(text);
  return hour <= 23 ? hour : null;
}
