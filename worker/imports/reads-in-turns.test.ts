import { expect, it } from "vitest";
import { atOnce, inTurns, type Steps } from "../lib/steps.ts";
import { listSteps } from "./map-list.ts";
import { csvSteps } from "./reading/read-csv.ts";

const HEADER = "Conf#,Passenger,Phone,PU Date,PU Time,Pickup Address,Drop-off,Driver,Pax,Status";
const ROWS = 6000;
const LINES = Array.from({ length: ROWS }, (_, n) => {
  const day = String(1 + (n % 28)).padStart(2, "0");
  return `T-${n},Ada Quill ${n},(602) 555-0171,2027-03-${day},7:10 AM,"${n} Main St, Tempe",Airport,Dee Driver,2,Confirmed`;
});
const FILE = new TextEncoder().encode([HEADER, ...LINES].join("\r\n"));
const NOTHING_SAID = { mapping: null, dateOrder: null, statusWords: null };

/** The most rows that were handled between two pauses. */
function longest(steps: Steps<unknown>): number {
  let most = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) most = Math.max(most, step.value);
  return most;
}

it("a list is read, understood and written out without more than a few hundred rows at a stretch", () => {
  const table = atOnce(csvSteps(FILE));
  if (table.kind === "refused") throw new Error(table.message);
  expect(longest(csvSteps(FILE))).toBeLessThan(512);
  expect(longest(listSteps("reservations", table, NOTHING_SAID, "America/Phoenix"))).toBeLessThan(512);
});

it("others go first as often as was asked, and the result is the same", async () => {
  const table = atOnce(csvSteps(FILE));
  if (table.kind === "refused") throw new Error(table.message);
  let pauses = 0;
  const steps = listSteps("reservations", table, NOTHING_SAID, "America/Phoenix");
  const list = await inTurns(steps, { rows: 256, pause: async () => pauses++ });
  expect(list).toEqual(atOnce(listSteps("reservations", table, NOTHING_SAID, "America/Phoenix")));
  expect(list.rows).toBe(ROWS);
  expect(pauses).toBeGreaterThan((4 * ROWS) / 256); // several walks over all rows, each with pauses
});
