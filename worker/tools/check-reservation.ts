import type { CountryCode } from "libphonenumber-js/min";
import { businessHoursNote } from "../hours/business-hours-note.ts";
import { isOpen } from "../hours/is-open.ts";
import { sayAge } from "../hours/say-time.ts";
import { choose } from "../reservations/choose.ts";
import { type Candidate, confirmationCandidates } from "../reservations/confirmation-candidates.ts";
import { heardPhone } from "../reservations/heard-phone.ts";
import { ownPassenger } from "../reservations/own-passenger.ts";
import { readPickupDays } from "../reservations/pickup-date.ts";
import { type Lookup, lookUp, recordMiss } from "../reservations/store/lookups.ts";
import { driverTransfer, isFresh } from "../reservations/transfer.ts";
import { allowedMatches, offeredDetail } from "../reservations/verify.ts";
import type { Services } from "../services.ts";
import { businessHoursOf } from "../settings/business-hours.ts";
import type { ToolCaller } from "../tenancy/tool-gate.ts";
import type { CheckReservationArgs } from "./check-reservation-args.ts";
import { foundAnswer, type LookupAnswer, notFoundAnswer } from "./lookup-answer.ts";

const MISSES_BEFORE_LOCK = 5;
const WITHHELD_MISSES_BEFORE_LOCK = 20; // of a company's callers without a number together, who cannot be told apart
const SAY_AS_OF_MS = 12 * 3_600_000; // a list of this morning needs no remark; one of last evening does
const LOCK_WINDOW_MS = 3_600_000; // an hour: long enough to make guessing hopeless, short enough for a real passenger

/**
 * The agent's look-up (plan 4.1): finds the caller's booking in the current list of the company that was dialled.
 * One round trip per answer; a failed look-up takes a second one, because it is counted before the caller hears of it.
 * @throws AppError 403 when the call or its arguments claim another company than the dialled one
 */
export async function checkReservation(
  caller: ToolCaller,
  services: Services,
  args: CheckReservationArgs,
): Promise<{ outcome: string; tenant: string | null; answer: LookupAnswer }> {
  const now = services.now();
  const said = whatWasSaid(args, caller.country);
  const lookup = await lookUp(caller.scope, services.db, {
    keys: { confirmationKeys: said.candidates.map(({ key }) => key), phoneE164: said.phoneE164 },
    caller: caller.countedAs,
    missesSince: now - LOCK_WINDOW_MS,
    now,
  });
  if (!lookup) return { outcome: "unknown_number", tenant: null, answer: notFoundAnswer("unknown_company") };
  caller.assertClaims(lookup.company.userId, args.user_id);
  const { outcome, missed, answer } = settle(lookup, said, { args, caller, now });
  if (missed && caller.countedAs) await recordMiss(caller.scope, services.db, caller.countedAs, now);
  return { outcome, tenant: lookup.company.userId, answer };
}

type Said = { confirmation: string | null; candidates: Candidate[]; phoneE164: string | null };

function whatWasSaid({ confirmation_number, telephone }: CheckReservationArgs, country: CountryCode): Said {
  const confirmation = confirmation_number ?? null;
  return {
    confirmation,
    candidates: confirmation ? confirmationCandidates(confirmation) : [],
    phoneE164: telephone ? heardPhone(telephone, country) : null,
  };
}

type Question = { args: CheckReservationArgs; caller: Pick<ToolCaller, "callerId" | "countedAs">; now: number };
type Settled = { outcome: string; missed?: boolean; answer: LookupAnswer };

function settle({ company, matches }: Lookup, said: Said, { args, caller, now }: Question): Settled {
  const { timezone, verification, freshHours, importedAt } = company;
  if (said.candidates.length === 0 && said.phoneE164 === null) {
    return {
      outcome: "nothing_asked",
      answer: notFoundAnswer(args.telephone ? "telephone_unreadable" : "nothing_asked"),
    };
  }
  if (isLocked(company, caller.countedAs)) return { outcome: "locked", answer: notFoundAnswer("locked") };

  const pickupDays = args.pickup_date ? readPickupDays(args.pickup_date, timezone, now) : [];
  const evidence = {
    callerId: caller.callerId,
    confirmationKeys: said.candidates.map(({ key }) => key),
    telephone: said.phoneE164,
    lastName: args.last_name ?? null,
    pickupDays,
  };
  const allowed = allowedMatches(verification, matches, evidence, timezone);
  if (allowed.length === 0 && verification === "second_factor" && !offeredDetail(evidence)) {
    // The same words whether or not the number exists: a guesser learns nothing, so it is no miss either.
    return { outcome: "second_factor_asked", answer: notFoundAnswer(askedNext(args, said)) };
  }
  const known = { phones: [said.phoneE164, caller.callerId], lastName: evidence.lastName };
  const own = ownPassenger(allowed, known);
  if (own === null) return { outcome: "unclear", answer: notFoundAnswer("unclear") };
  const choice = choose(own, { words: said.confirmation, candidates: said.candidates }, now);
  if (choice.kind === "none") return { outcome: "miss", missed: true, answer: notFoundAnswer("no_match") };
  if (choice.kind === "unclear") return { outcome: "unclear", answer: notFoundAnswer("unclear") };

  const hours = businessHoursOf(withHours(company, args));
  const answer = foundAnswer({
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
  // A number that fits nothing is a guess, also when the telephone beside it has a booking.
  return { outcome: "found", missed: said.confirmation !== null && !choice.byNumber, answer };
}

/** What the caller is asked for where a number or a telephone alone was said. */
function askedNext({ pickup_date }: CheckReservationArgs, { candidates }: Said) {
  if (pickup_date) return "date_unreadable";
  return candidates.length > 0 ? "detail_needed" : "detail_beside_phone_needed";
}

function isLocked({ misses, withheldMisses }: Lookup["company"], countedAs: string | null): boolean {
  const withheld = countedAs?.startsWith("call:") === true;
  return misses >= MISSES_BEFORE_LOCK || (withheld && withheldMisses >= WITHHELD_MISSES_BEFORE_LOCK);
}

/** Plan 4.2: plain daily hours may come with the call, as the webhook sent them; more precise ones stay the company's. */
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
