import type { Match } from "../../worker/reservations/store/lookups.ts";
import type { Args, Asked, Company } from "./company.ts";
import { oneOf, type Random } from "./random.ts";

// What honest callers do is assumed, because no recordings of real calls may be used. The shares are pessimistic.
const OWN_PHONE = 0.5; // call from the phone on the booking
const WITHHELD = 0.05;
const SAYS_NUMBER = 0.7; // the others say the phone on the booking
const WRONG_NUMBER = 0.06; // misheard, or a digit wrong
const WRONG_DETAIL = 0.05; // booked under another name, another day in mind
const DETAILS = ["last_name", "last_name", "last_name", "telephone", "pickup_date"] as const;
const DESK = 0.01; // calls of a hotel or an agency for up to six guests
const TRIES = 4;

export type HonestTally = { callers: number; locked: number; unheard: number };

/** One honest caller's call at `at`: they correct themselves, and give what they are asked for. */
export function honestCall(
  company: Company,
  list: [Match, ...Match[]],
  at: number,
  random: Random,
  tally: HonestTally,
): void {
  tally.callers += 1;
  const guests = random() < DESK ? 2 + Math.floor(random() * 5) : 1;
  const id = `+1909555${String(Math.floor(random() * 10_000)).padStart(4, "0")}`;
  let moment = at;
  for (let guest = 0; guest < guests; guest++) {
    const own = oneOf(random, list);
    const fromOwn = guests === 1 && random() < OWN_PHONE;
    const withheld = !fromOwn && random() < WITHHELD / (1 - OWN_PHONE);
    const callerId = fromOwn ? own.phoneE164 : withheld ? null : id;
    const who = { caller: callerId ?? `call:${at}:${id}`, callerId };
    const heard = asksFor(company, own, who, moment, random);
    if (heard === "locked") {
      tally.locked += 1;
      return;
    }
    if (heard === "nothing") tally.unheard += 1;
    moment += 60_000;
  }
}

function asksFor(company: Company, own: Match, who: Pick<Asked, "caller" | "callerId">, at: number, random: Random) {
  const byNumber = random() < SAYS_NUMBER;
  const given = new Set<(typeof DETAILS)[number]>();
  for (let turn = 0; turn < TRIES; turn++) {
    const number = random() < WRONG_NUMBER ? wrong(own.confirmationNumber, random) : own.confirmationNumber;
    const args: Args = byNumber ? { confirmation_number: number } : { telephone: own.phoneE164 ?? "" };
    for (const detail of given) args[detail] = said(detail, own, random);
    const { outcome, answer } = company.ask({ ...who, args, at: at + turn * 15_000 });
    if (answer.found) return "heard";
    if (outcome === "locked") return "locked";
    const message = "message" in answer ? answer.message : "";
    const wanted = DETAILS.filter((detail) => !given.has(detail) && message.includes(ASKED_BY[detail]));
    const [first, ...others] = wanted;
    if (outcome === "second_factor_asked" && first) {
      given.add(oneOf(random, [first, ...others]));
      if (message.includes("2 more details")) for (const detail of wanted) given.add(detail);
    }
  }
  return "nothing";
}

const ASKED_BY = { last_name: "last name", telephone: "phone number on it", pickup_date: "pick-up date" };

function said(detail: keyof typeof ASKED_BY, own: Match, random: Random): string {
  const isWrong = random() < WRONG_DETAIL;
  if (detail === "last_name") return isWrong ? "Zzyzx" : (own.customerName?.split(" ").at(-1) ?? "");
  if (detail === "telephone") return isWrong ? "+19095550199" : (own.phoneE164 ?? "");
  // Phoenix is seven hours behind UTC all year.
  const local = (own.pickupAt ?? 0) - 7 * 3_600_000 + (isWrong ? 86_400_000 : 0);
  return new Date(local).toISOString().slice(0, 10);
}

function wrong(number: string, random: Random): string {
  return `${number.slice(0, -1)}${Math.floor(random() * 10)}`;
}
