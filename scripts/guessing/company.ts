import { confirmationCandidates } from "../../worker/reservations/confirmation-candidates.ts";
import { heardPhone } from "../../worker/reservations/heard-phone.ts";
import {
  type CallersLookUp,
  type Counted,
  isRepeated,
  NOTHING_COUNTED,
} from "../../worker/reservations/look-up-limits.ts";
import { heardPerson } from "../../worker/reservations/person.ts";
import type { Lookup, Match } from "../../worker/reservations/store/lookups.ts";
import type { VerificationRule } from "../../worker/reservations/verification-rules.ts";
import { type Decided, decideLookUp } from "../../worker/tools/decide-look-up.ts";
import { DAY_MS } from "./list.ts";

export type Args = { confirmation_number?: string; telephone?: string; last_name?: string; pickup_date?: string };
/**
 * `caller`: what look-ups are counted under; `callerId`: the number shown, null if withheld. `at`: epoch milliseconds.
 */
export type Asked = { caller: string; callerId: string | null; args: Args; at: number };
export type Company = { ask: (asked: Asked) => Decided; askAtOnce: (asked: Asked[]) => Decided[] };

type Row = CallersLookUp & { caller: string };

/** A company whose look-ups are decided and counted by the product's own code; only the tables are arrays. */
export function openCompany(list: Match[], rule: VerificationRule, { limited }: { limited: boolean }): Company {
  const byKey = Map.groupBy(list, ({ confirmationKey }) => confirmationKey);
  const byPhone = Map.groupBy(list, ({ phoneE164 }) => phoneE164 ?? "");
  let rows: Row[] = [];

  function arrive({ caller, at }: Asked): { row: Row; counted: Counted } {
    rows = rows.filter((row) => row.at > at - DAY_MS);
    const counted = limited ? countedBefore(rows, caller, at) : NOTHING_COUNTED;
    const row: Row = { caller, at, result: "open", person: null };
    rows.push(row);
    return { row, counted };
  }

  function decide({ args, callerId, at }: Asked, counted: Counted): Decided {
    const candidates = args.confirmation_number ? confirmationCandidates(args.confirmation_number) : [];
    const phoneE164 = args.telephone ? heardPhone(args.telephone) : null;
    const keys = candidates.flatMap(({ key }) => byKey.get(key) ?? []);
    const matches = [...new Set([...keys, ...(phoneE164 ? (byPhone.get(phoneE164) ?? []) : [])])];
    const lookup: Lookup = { company: { ...COMPANY, verification: rule, importedAt: at }, counted, matches };
    const said = { confirmation: args.confirmation_number ?? null, candidates, phoneE164 };
    return decideLookUp(lookup, said, { args: { ...NO_ARGS, ...args }, callerId, now: at });
  }

  function settle(row: Row, { counts }: Decided, counted: Counted): void {
    if (counts === null || (counts.result === "heard" && isRepeated(counted.caller, counts.person, row.at)))
      rows = rows.filter((other) => other !== row);
    else Object.assign(row, { result: counts.result, person: counts.person ?? null });
  }

  function askAtOnce(asked: Asked[]): Decided[] {
    const arrived = asked.map((one) => ({ one, ...arrive(one) }));
    const decided = arrived.map(({ one, counted }) => decide(one, counted));
    for (const [at, { row, counted }] of arrived.entries()) {
      const of = decided[at];
      if (of) settle(row, of, counted);
    }
    return decided;
  }

  return { askAtOnce, ask: (asked) => askAtOnce([asked])[0] ?? decide(asked, NOTHING_COUNTED) };
}

/** The people whose bookings an answer told, from the list that it was made from. */
export function toldOf(decided: Decided, list: Match[]): string[] {
  if (!decided.answer.found) return [];
  const { confirmation_number } = decided.answer;
  return list.flatMap((match) => (match.confirmationNumber === confirmation_number ? [heardPerson(match)] : []));
}

function countedBefore(rows: Row[], caller: string, at: number): Counted {
  const misses = rows.filter(({ result }) => result !== "heard");
  const lastHour = rows.filter((row) => row.at > at - 3_600_000);
  return {
    caller: rows.filter((row) => row.caller === caller),
    company: {
      misses: misses.length,
      dateMisses: misses.filter(({ result }) => result === "date_missed").length,
      heard: personsIn(rows).size,
      lastHour: personsIn(lastHour).size + lastHour.filter(({ person }) => person === null).length,
      lastMissAt: misses.reduce<number | null>((last, row) => Math.max(last ?? 0, row.at), null),
    },
  };
}

function personsIn(rows: Row[]): Set<string> {
  return new Set(rows.flatMap(({ person }) => person ?? []));
}

const NO_ARGS = {
  confirmation_number: undefined,
  telephone: undefined,
  last_name: undefined,
  pickup_date: undefined,
  user_id: undefined,
  business_hours_start: undefined,
  business_hours_end: undefined,
};
const COMPANY = {
  userId: "company",
  timezone: "America/Phoenix",
  businessHoursStart: 6,
  businessHoursEnd: 22,
  weeklyHours: null,
  hourExceptions: null,
  transferEnabled: false,
  freshHours: 24,
};
