import { SUN_CITY_EXPRESS } from "../../drizzle/seed/companies.ts";
import { driverRows, reservationRows } from "../../drizzle/seed/rows.ts";
import { readFixture } from "./fixtures.ts";

/**
 * What the demonstration's caller says: they ask for one booking by number and another by phone, ask a question about it,
 * and ask to speak to the driver. Both are the next rides in the seeded list with a driver who can be reached.
 * @param seededAt when the list was put around its day, which may be yesterday by now (epoch milliseconds, as is `now`)
 */
export function demonstration(now: number, seededAt: number): { from: string; say: string[] } {
  const [first, second] = nextRidesWithDriver(now, seededAt);
  if (!first?.phoneE164 || !second?.phoneE164) throw new Error("The seeded list has no two rides ahead with a driver.");
  return {
    from: second.phoneE164,
    say: [
      `Hi, my confirmation number is ${first.confirmationNumber}.`,
      `And another one, booked under ${spaced(second.phoneE164)}.`,
      "Which flight is that for?",
      "Can you put me through to the driver?",
      "Yes, please.",
    ],
  };
}

function nextRidesWithDriver(now: number, seededAt: number) {
  const { user, files, config } = SUN_CITY_EXPRESS;
  const owner = { userId: user.id, importId: "demonstration" };
  const today = new Date(seededAt).toLocaleDateString("sv-SE", { timeZone: config.timezone });
  const place = { ...owner, timezone: config.timezone ?? "UTC", today };
  const reachable = new Set(driverRows(readFixture("drivers", files), owner).map((driver) => driver.nameKey));
  return reservationRows(readFixture("reservations", files), place)
    .filter(({ storedStatus, driverKey }) => storedStatus !== "cancelled" && driverKey && reachable.has(driverKey))
    .filter(({ pickupAt, flightInfo }) => flightInfo && (pickupAt ?? 0) > now)
    .sort((a, b) => (a.pickupAt ?? 0) - (b.pickupAt ?? 0));
}

function spaced(e164: string): string {
  return e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");
}
