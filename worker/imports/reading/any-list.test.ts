import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wallTimeToInstant } from "../../hours/wall-time-to-instant.ts";
import { atOnce } from "../../lib/steps.ts";
import { toE164 } from "../../phone/to-e164.ts";
import { confirmationKey } from "../../reservations/confirmation.ts";
import { calendarDate, dateText, dayNumber } from "./calendar-days.ts";
import { localClock } from "./local-clock.ts";
import { mapDrivers } from "./map-drivers.ts";
import { mapReservations } from "./map-reservations.ts";
import { readCsv } from "./read-csv.ts";
import { phoneReader } from "./read-phone.ts";
import { splitRecords } from "./split-records.ts";
import { isBlankRow } from "./table.ts";
import { writeCsv } from "./write-csv.ts";

const zone = fc.constantFrom(
  "America/Phoenix",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Pacific/Apia",
);
const messy = fc.string({ unit: fc.constantFrom(..."ab1 29:/-.,;\t\"'\n\r=+@#é\0\uFEFF"), maxLength: 60 });
const titles = fc.constantFrom("Conf#", "PU Date", "PU Time", "pickup_time", "Phone", "Pax #", "Status", "x", "");
const cell = fc.oneof(
  messy,
  fc.constantFrom("11/28/2026", "12/05/2026", "10:00 PM", "2026-03-08 02:30", "A-1", "A1", "(520) 555-0142", "4"),
);
const list = fc
  .tuple(fc.array(titles, { minLength: 2, maxLength: 8 }), fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }))
  .map(([columns, rows]) => ({ columns, rows }));
/** Titles that come twice, and one that already looks as a second one is called. */
const namesakes = fc
  .array(fc.constantFrom("Name", "Name (2)", "Phone", ""), { minLength: 2, maxLength: 6 })
  .map((names) => `${names.join()}\n${names.map((_, i) => `a${i}`).join()}`);

describe("any list", () => {
  it("any bytes give a table, or a refusal with words", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), messy.map(encode), namesakes.map(encode)), (bytes) => {
        const result = readCsv(bytes);
        if (result.kind === "refused") {
          expect(result.message).not.toBe("");
          return;
        }
        expect(result.columns.length).toBeGreaterThan(1);
        expect(new Set(result.columns).size).toBe(result.columns.length);
        expect(result.rows.length).toBeGreaterThan(0);
      }),
    );
  });

  it("every row that holds something is a booking, an error, or waits for an answer", () => {
    fc.assert(
      fc.property(list, zone, ({ columns, rows }, timezone) => {
        const result = mapReservations({ columns, rows, timezone });
        const filled = rows.filter((row) => !isBlankRow(row)).length;
        if (result.questions.length > 0) {
          expect(result.rows).toEqual([]);
          return;
        }
        expect(result.rows.length + result.errors.length).toBe(filled);
        for (const { row, reason } of result.errors) expect(rows[row - 2], reason).toBeDefined();
        for (const booking of result.rows) expect(booking.pickupAt).toSatisfy(Number.isSafeInteger);
      }),
    );
  });

  it("every row of a drivers' list is a driver, an error, or waits for an answer", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 9 }), (rows) => {
        const result = mapDrivers({ columns: ["Driver", "Mobile"], rows });
        if (result.questions.length > 0) return; // for example about a column of names that holds no name
        expect(result.rows.length + result.errors.length).toBe(rows.filter((row) => !isBlankRow(row)).length);
      }),
    );
  });

  it("the order of the columns makes no difference", () => {
    const full = ["Conf#", "PU Date", "PU Time", "DO Time", "Phone", "Home Phone", "First Name", "Last Name", "Notes"];
    const row = fc.tuple(
      fc.stringMatching(/^[A-Z]{1,2}-?\d{1,2}$/),
      fc.constantFrom("11/28/2026", "12/05/2026", "31/12/2026", "2026-11-01"),
      fc.constantFrom("10:00 PM", "0130", "x", ""),
      fc.constantFrom("11:00 PM", "0:10", ""),
      ...Array.from({ length: 5 }, () => cell),
    );
    const shuffled = fc.shuffledSubarray([...full.keys()], { minLength: full.length, maxLength: full.length });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), shuffled, (rows, order) => {
        const moved = (cells: string[]) => order.map((i) => cells[i] ?? "");
        const input = { timezone: "America/New_York" };
        const straight = mapReservations({ ...input, columns: full, rows });
        const other = mapReservations({ ...input, columns: moved(full), rows: rows.map(moved) });
        // Neighbouring cells show whether a row has shifted, so for shifted rows the order does matter.
        fc.pre([...straight.errors, ...other.errors].every(({ reason }) => !reason.includes("shifted")));
        expect(other).toEqual(straight);
      }),
    );
  });
});

describe("nothing is lost or merged", () => {
  it("two numbers that differ only in how they are written are both kept and named", () => {
    const number = fc.stringMatching(/^[A-C1-2][-. ]?[A-C1-2][-. ]?[1-2]$/);
    fc.assert(
      fc.property(fc.uniqueArray(number, { maxLength: 12 }), (written) => {
        const rows = written.map((text) => [text, "2026-11-28 10:00"]);
        const result = mapReservations({ columns: ["Conf#", "pickup_time"], rows, timezone: "UTC" });
        expect(result.rows.map(({ confirmationNumber }) => confirmationNumber)).toEqual(written);
        const keys = written.map(confirmationKey);
        const alike = keys.length - new Set(keys).size;
        const named = result.warnings.filter(({ code }) => code === "similar_numbers");
        expect(named.reduce((sum, { count }) => sum + count, 0)).toBe(alike);
      }),
    );
  });

  it("reading a key or a dialled number again changes nothing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => confirmationKey(confirmationKey(text)) === confirmationKey(text),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(messy, fc.stringMatching(/^\+?[\d ().-]{7,18}$/)), (text) => {
        const { phoneE164 } = phoneReader("US")([{ text, own: true }]);
        if (!phoneE164) return;
        const again = phoneReader("US")([{ text: phoneE164, own: true }]);
        expect(again).toMatchObject({ telephone: phoneE164, phoneE164 });
      }),
    );
  });

  it("the fast way to read a telephone number gives the same as the long one", () => {
    const digits = fc.stringMatching(/^[0-9]{10}$/);
    const spelling = fc.constantFrom(
      "%3%3%4",
      "(%3) %3-%4",
      "%3-%3-%4",
      "+1%3%3%4",
      "1-%3-%3-%4",
      "+1 %3 %3 %4",
      "%3.%3.%4",
    );
    fc.assert(
      fc.property(digits, spelling, (number, pattern) => {
        const digitsLeft = [...number];
        const text = pattern.replace(/%(\d)/g, (_, n) => digitsLeft.splice(0, Number(n)).join(""));
        expect(phoneReader("US")([{ text, own: true }]).phoneE164).toBe(toE164(text));
      }),
    );
  });

  it("what is exported comes back as it was, and never runs as a formula", () => {
    const text = fc.string({ unit: fc.constantFrom(..."a1,;\"'=+-@ é\n"), maxLength: 12 }).map((raw) => raw.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const bookings = rows.map((cells, i) => [`A${i}`, "2026-11-28 10:00", ...cells]);
        const columns = ["Conf#", "pickup_time", "Notes", "Terminal", "Vehicle"];
        const csv = writeCsv(columns, bookings);
        const table = readCsv(encode(csv));
        if (table.kind === "refused") throw new Error(table.message);
        for (const one of table.rows.flat()) expect(one).not.toMatch(/^[=+\-@]/);
        const result = mapReservations({ ...table, timezone: "UTC" });
        const plain = (value: string) =>
          value
            .replace(/\s+/g, " ")
            .trim()
            .replace(/^[-–—_.*?/\\]+$/, "") || null; // a dash alone is no value
        expect(result.rows.map((row) => [row.specialInstructions, row.terminal, row.vehicleAssigned])).toEqual(
          rows.map((cells) => cells.map(plain)),
        );
      }),
    );
  });

  it("both readers split a list with proper quotes in the same way", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(messy, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (records) => {
          const quoted = records
            .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(";"))
            .join("\n");
          expect(atOnce(splitRecords(quoted, ";"))).toEqual({ records, broken: new Set() });
        },
      ),
    );
  });
});

describe("times", () => {
  it("a column gives the same instants as its times read one by one, in every zone and at every clock change", () => {
    const day = fc.integer({
      min: dayNumber({ year: 2005, month: 1, day: 1 }),
      max: dayNumber({ year: 2040, month: 1, day: 1 }),
    });
    const clockChange = fc.constantFrom(
      "2026-03-08",
      "2026-11-01",
      "2026-03-29",
      "2026-10-25",
      "2026-04-05",
      "2026-10-04",
      "2011-12-29",
    );
    const anyDay = fc.oneof(
      day,
      clockChange.map((text) => Math.round(Date.parse(text) / 86_400_000)),
    );
    fc.assert(
      fc.property(zone, anyDay, fc.integer({ min: 0, max: 1439 }), (timezone, number, minute) => {
        const two = (n: number) => String(n).padStart(2, "0");
        const text = `${dateText(calendarDate(number))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
        expect(localClock(timezone)(number, minute)).toEqual(wallTimeToInstant(text, timezone));
      }),
      { numRuns: 500 },
    );
  });

  it("a day's number and its date convert into each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 80_000 }), (days) => {
        expect(dayNumber(calendarDate(days))).toBe(days);
        expect(dateText(calendarDate(days))).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
