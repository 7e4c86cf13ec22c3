import { isLastName } from "./last-name.ts";
import { personOf } from "./person.ts";
import type { Match } from "./store/lookups.ts";

type Known = { phones: (string | null)[]; lastName: string | null };

/**
 * If several passengers share a number and a pick-up, picks the one who is calling: by telephone, otherwise by name. Null
 * if neither is conclusive. Callers hear only their own booking. If nobody shares a ride, all matches stay.
 */
export function ownPassenger(matches: Match[], { phones, lastName }: Known): Match[] | null {
  const shared = new Set(
    matches.filter((match, i) => matches.slice(0, i).some((other) => ridesAlong(other, match))).map(rideOf),
  );
  if (shared.size === 0) return matches;
  const numbers = new Set([...shared].map((ride) => ride.split("\n")[0]));
  const apart = matches.filter(({ confirmationNumber }) => !numbers.has(confirmationNumber));
  const together = matches.filter(({ confirmationNumber }) => numbers.has(confirmationNumber));
  const byPhone = together.filter(({ phoneE164, secondPhoneE164 }) =>
    phones.some((phone) => phone !== null && (phone === phoneE164 || phone === secondPhoneE164)),
  );
  const byName = (of: Match[]) =>
    of.filter(({ customerName }) => lastName !== null && customerName !== null && isLastName(lastName, customerName));
  for (const own of [byName(byPhone), byPhone, byName(together)]) {
    if (own.length > 0 && new Set(own.map(personOf)).size === 1) return [...own, ...apart];
  }
  return new Set(together.map(personOf)).size === 1 ? matches : null;
}

function ridesAlong(one: Match, other: Match): boolean {
  return one.confirmationNumber !== "" && rideOf(one) === rideOf(other) && personOf(one) !== personOf(other);
}

function rideOf({ confirmationNumber, pickupAt }: Match): string {
  return `${confirmationNumber}\n${pickupAt}`;
}
