import { type Lookup, lookUp, recordMiss } from "../db/lookups.ts";
import { businessHoursNote } from "../hours/business-hours-note.ts";
import { isOpen } from "../hours/is-open.ts";
import { sayAge } from "../hours/say-time.ts";
import { toE164 } from "../lib/phone.ts";
import { choose } from "../reservations/choose.ts";
import { confirmationKeys } from "../reservations/confirmation.ts";
import { spokenCharacters } from "../reservations/spoken.ts";
import { driverTransfer, isFresh } from "../reservations/transfer.ts";
import { isVerified } from "../reservations/verify.ts";
import type { Services } from "../services.ts";
import type { ToolCaller } from "../tenancy/tool-gate.ts";
import { businessHoursOf } from "../tenants/business-hours.ts";
import type { CheckReservationArgs } from "./check-reservation-args.ts";
import { foundAnswer, type LookupAnswer, notFoundAnswer } from "./lookup-answer.ts";

const MISSES_BEFORE_LOCK = 5;
const SAY_AS_OF_MS = 12 * 3_600_000; // a list of this morning speaks for itself, last evening's does not
const LOCK_WINDOW_MS = 3_600_000; // an hour: long enough to make guessing hopeless, short enough for a real passenger

/**
 * The agent's look-up (plan 4.1): finds the caller's booking in the current list of the company that was dialled.
 * One round trip for every answer; a failed look-up takes a second one, because it must be counted before it is told.
 * @throws AppError 403 when the call or its arguments claim another company than the dialled one
 */
export async function checkReservation(
  caller: ToolCaller,
  services: Services,
  args: CheckReservationArgs,
): Promise<{ outcome: string; tenant: string | null; answer: LookupAnswer }> {
  const now = services.now();
  const said = whatWasSaid(args);
  const lookup = await lookUp(caller.scope, services.db, {
    keys: said,
    caller: caller.countedAs,
    missesSince: now - LOCK_WINDOW_MS,
    now,
  });
  if (!lookup) return { outcome: "unknown_number", tenant: null, answer: notFoundAnswer("unknown_company") };
  caller.assertClaims(lookup.company.userId, args.user_id);
  const { outcome, answer } = settle(lookup, said, { args, callerId: caller.callerId, now });
  if (outcome === "miss" && caller.countedAs) await recordMiss(caller.scope, services.db, caller.countedAs, now);
  return { outcome, tenant: lookup.company.userId, answer };
}

type Said = { confirmation: string | null; confirmationKeys: string[]; phoneE164: string | null };

function whatWasSaid({ confirmation_number, telephone }: CheckReservationArgs): Said {
  const confirmation = confirmation_number ?? null;
  return {
    confirmation,
    confirmationKeys: confirmation ? confirmationKeys(confirmation) : [],
    phoneE164: telephone ? (toE164(telephone) ?? toE164(spokenCharacters(telephone))) : null,
  };
}

type Question = { args: CheckReservationArgs; callerId: string | null; now: number };

function settle(
  lookup: Lookup,
  said: Said,
  { args, callerId, now }: Question,
): { outcome: string; answer: LookupAnswer } {
  const { company, matches } = lookup;
  const nothingAsked = said.confirmationKeys.length === 0 && said.phoneE164 === null;
  if (nothingAsked) {
    return {
      outcome: "nothing_asked",
      answer: notFoundAnswer(args.telephone ? "telephone_unreadable" : "nothing_asked"),
    };
  }
  if (company.misses >= MISSES_BEFORE_LOCK) return { outcome: "locked", answer: notFoundAnswer("locked") };

  const evidence = { caller: callerId, lastName: args.last_name ?? null, pickupDate: args.pickup_date ?? null };
  const clock = { timezone: company.timezone, now };
  const allowed = matches.filter((match) => isVerified(company.verification, match, evidence, clock));
  const mayAskMore = company.verification === "second_factor" && !evidence.lastName && !evidence.pickupDate;
  if (allowed.length === 0 && mayAskMore) {
    // The same words whether or not the number exists: a guesser learns nothing, so it is no miss either.
    return { outcome: "second_factor_asked", answer: notFoundAnswer("second_factor_needed") };
  }
  const choice = choose(allowed, { confirmation: said.confirmation, keys: said.confirmationKeys }, now);
  if (choice.kind === "none") return { outcome: "miss", answer: notFoundAnswer("no_match") };
  if (choice.kind === "unclear") return { outcome: "unclear", answer: notFoundAnswer("unclear") };

  const hours = businessHoursOf(withHours(company, args));
  const answer = foundAnswer({
    ...choice,
    clock,
    transfer: driverTransfer(choice.match, { ...company, now }),
    open: isOpen(hours, now),
    hoursNote: businessHoursNote(hours, now),
    fresh: isFresh(company.importedAt, company.freshHours, now),
    asOf: company.importedAt === null ? "" : sayAge(company.importedAt, company.timezone, now),
    sayAsOf: company.importedAt !== null && now - company.importedAt > SAY_AS_OF_MS,
  });
  return { outcome: "found", answer };
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
