import { expect, it } from "vitest";
import { simulate } from "./simulate.ts";

const setting = { numbering: "counted up", callsADay: 40, days: 0.25, seed: 3 } as const;
const guess = (more: Pick<Parameters<typeof simulate>[0], "rule" | "guesser" | "limited">) =>
  simulate({ ...setting, ...more });

it("somebody who guesses numbers hears everybody without limits, and hardly more than ten an hour with them", () => {
  const guesser = "40 at the same moment, one caller";
  const open = guess({ rule: "confirmation_only", guesser, limited: false });
  const limited = guess({ rule: "confirmation_only", guesser, limited: true });
  expect(open.strangersInWorstHour).toBeGreaterThan(50);
  expect(limited.strangersInWorstHour).toBeLessThan(15); // ten, and at most four that are answered at the same moment
});

it("honest callers hear their bookings and are not locked out while nobody guesses", () => {
  const calm = guess({ rule: "second_factor", guesser: null, limited: true });
  expect(calm).toMatchObject({ strangersADay: 0, lockedOutPerThousand: 0 });
  expect(calm.unheardPerThousand).toBeLessThan(50);
});
