import { describe, expect, it } from "vitest";
import { mapDrivers } from "./map-drivers.ts";
import { mapReservations } from "./map-reservations.ts";
import type { ReservationsInput } from "./mapped.ts";

const PICKUP = "2026-11-28 22:05";

/** The notes about rows. No short list in this file has names or telephones, so the notes about that are left out. */
function ofRows<Noted extends { warnings: { code: string }[] }>(result: Noted): Noted {
  return { ...result, warnings: result.warnings.filter(({ code }) => !/^no_.*_column$/.test(code)) };
}

/** One booking with the given cells beside its number and pick-up. */
function booking(cells: Record<string, string>, options: Partial<ReservationsInput> = {}) {
  const all = { "Conf#": "A-1", pickup_time: PICKUP, ...cells };
  const input = { columns: Object.keys(all), rows: [Object.values(all)], timezone: "America/Phoenix", ...options };
  return ofRows(mapReservations(input));
}

/** Bookings of the given numbers, all with the same pick-up unless one is given after "@". */
function numbers(...written: string[]) {
  const rows = written.map((text) => [text.split("@")[0] ?? "", text.split("@")[1] ?? PICKUP]);
  return ofRows(mapReservations({ columns: ["Conf#", "pickup_time"], rows, timezone: "UTC" }));
}

describe("cells", () => {
  it.each([
    ["Lindqvist, Oluwaseun", "Oluwaseun Lindqvist"],
    ["Smith, John, Jr.", "John Smith Jr."],
    ["Smith, Jr.", "Smith Jr."],
    ["  Mei \u00A0 Zhang\t", "Mei Zhang"],
    ["Mei\u0007\u200B Zhang", "Mei Zhang"],
    ["Zhang,", "Zhang"],
    ["Mr Mei Zhang x 3", "Mr Mei Zhang"],
    ["Mei Zhang (Acme SL)", "Mei Zhang"],
    ["Mei Zhang – Airport transfer", "Mei Zhang"],
    ["Mei Zhang +2", "Mei Zhang"],
    ["CASTAÑO VIDAL/ELENA MRS", "Elena Castaño Vidal"],
    ["ZHANG/MEI", "Mei Zhang"],
    ["N/A", null],
  ])("the passenger %j is %s", (written, name) => {
    expect(booking({ "Passenger Name": written }).rows).toMatchObject([{ customerName: name }]);
  });

  it.each([
    ["(520) 555-0142", "+15205550142"],
    ["520.555.0142 / 520.555.0143", "+15205550142"],
    ["n/a; 5205550143", "+15205550143"],
    ["Mobile: +1 520 555 0142 (wife)", "+15205550142"],
    ["+44 20 7946 0958", "+442079460958"],
    ["'+15205550142", "+15205550142"],
    ["520-555-0142 x12", "+15205550142"],
    ["1.60256E+10", null],
    ["602-555-0260 / 520-555-0260", "+16025550260"],
    ["+266696687", null],
    ["555-0142", null],
    ["on file", null],
  ])("the telephone %j is dialled as %s, and kept as written", (written, phoneE164) => {
    expect(booking({ Phone: written }).rows).toMatchObject([{ telephone: written.replace(/^'/, ""), phoneE164 }]);
  });

  it.each([
    ["6025550170.0", "6025550170", "+16025550170"],
    ["6.02555018E9", "6025550180", "+16025550180"],
  ])("a telephone that a program wrote as %s is %s", (written, telephone, phoneE164) => {
    expect(booking({ Phone: written }).rows).toMatchObject([{ telephone, phoneE164 }]);
  });

  it("the next phone column is used if the first has no number, and numbers belong to the company's country", () => {
    const both = booking({ "Cellular Phone": "unknown", "Home Phone": "520 555 0143" });
    expect(both.rows).toMatchObject([{ telephone: "520 555 0143", phoneE164: "+15205550143" }]);
    expect(booking({ Phone: "020 7946 0958" }, { country: "GB" }).rows).toMatchObject([{ phoneE164: "+442079460958" }]);
    expect(booking({ Phone: "on file" }).warnings).toMatchObject([{ code: "unreadable_phone", words: ["on file"] }]);
  });

  it("what looks like a formula is kept as text, with a warning", () => {
    const result = booking({ Notes: '=HYPERLINK("https://example.com")', "Passenger Name": "@SUM(A1)" });
    expect(result.rows).toMatchObject([
      { specialInstructions: '=HYPERLINK("https://example.com")', customerName: "@SUM(A1)" },
    ]);
    expect(result.warnings.map(({ code, column }) => [code, column])).toEqual([
      ["looks_like_formula", "Passenger Name"],
      ["looks_like_formula", "Notes"],
    ]);
  });

  it.each([
    ["4", 4, 0],
    ["4 pax", 4, 0],
    ["", null, 0],
    ["2 adults + 1", null, 1],
    ["-1", null, 1],
  ])("%j passengers are %s", (written, numPassengers, noted) => {
    const { rows, warnings } = booking({ Pax: written });
    expect(rows).toMatchObject([{ numPassengers }]);
    expect(warnings).toHaveLength(noted);
  });

  it("statuses: the company's own words, the usual ones, and an unknown one that is asked about once", () => {
    const columns = ["Conf#", "pickup_time", "Status"];
    const words = ["Farm Out", "FARM  OUT", "On The Way", "Zebra", "Zebra", ""];
    const rows = words.map((word, i) => [`A${i}`, PICKUP, word]);
    const statusWords = { "farm out": "assigned", Zebra: "striped" };
    const result = ofRows(mapReservations({ columns, rows, timezone: "UTC", statusWords }));
    expect(result.rows.map(({ status, statusText }) => [status, statusText])).toEqual([
      ["assigned", "Farm Out"],
      ["assigned", "FARM OUT"],
      ["en_route", "On The Way"],
      ["unknown", "Zebra"],
      ["unknown", "Zebra"],
      ["pending", null],
    ]);
    expect(result.warnings).toMatchObject([{ code: "unknown_status", words: ["Zebra"], count: 2, rows: [5, 6] }]);
  });
});

describe("rows", () => {
  it("one without a number, or with one that a spreadsheet shortened, is named and does not stop the others", () => {
    const { rows, errors } = numbers("A-1", "", "5.0211E+11", "---", "A-2");
    expect(rows.map(({ confirmationNumber }) => confirmationNumber)).toEqual(["A-1", "A-2"]);
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [3, "Conf#"],
      [4, "Conf#"],
      [5, "Conf#"],
    ]);
  });

  it("the same number at the same time is one booking, at another time another leg", () => {
    const { rows, errors } = numbers("A-1", "A-1", "A-1@2026-12-01 10:00");
    expect(rows).toHaveLength(2);
    expect(errors).toEqual([{ row: 3, column: "Conf#", reason: expect.stringContaining("row 2") }]);
  });

  it("two numbers that differ only in punctuation are both kept, and named", () => {
    const { rows, warnings } = numbers("A-11", "A1-1", "A-11@2026-12-01 10:00", "A1-1@2026-12-02 10:00");
    expect(rows).toHaveLength(4);
    expect(warnings).toMatchObject([{ code: "similar_numbers", words: ["A-11 / A1-1"], count: 1 }]);
  });

  it("zeros are kept when they are written the way Excel keeps them", () => {
    expect(numbers('="00123"').rows).toMatchObject([{ confirmationNumber: "00123", confirmationKey: "00123" }]);
  });

  it("one that ends early is read, one with cells left over is not, and blank ones count", () => {
    const columns = ["Conf#", "pickup_time", "Notes"];
    const rows = [["A1", PICKUP], [""], ["A2", PICKUP, "Gate", "code 5"], ["A3", PICKUP, "x", "", " "]];
    const result = ofRows(mapReservations({ columns, rows, timezone: "UTC", firstRow: 4 }));
    expect(result.rows.map(({ confirmationNumber }) => confirmationNumber)).toEqual(["A1", "A3"]);
    expect(result.errors).toMatchObject([{ row: 6, column: "Notes" }]);
    expect(result.warnings).toMatchObject([{ code: "cells_missing", rows: [4] }]);
  });
});

describe("the operator's own mapping", () => {
  const columns = ["Feld 1", "Feld 2", "Feld 3", "Feld 4", "Feld 5", "Notes"];
  const rows = [["17", "2026-11-28", "22:05", "Mei", "Zhang", "secret"]];
  const mapping = {
    confirmation_number: "Feld 1",
    pickup_time: ["feld 2", "FELD 3"],
    customer_name: ["Feld 4", "Feld 5"],
  };

  it("overrides what is recognised, joins columns, and leaves out what the operator left out", () => {
    const given = { ...mapping, special_instructions: null };
    const result = mapReservations({ columns, rows, timezone: "UTC", mapping: given });
    expect(result.rows).toMatchObject([
      {
        confirmationNumber: "17",
        customerName: "Mei Zhang",
        pickupAt: Date.parse("2026-11-28T22:05Z"),
        specialInstructions: null,
      },
    ]);
  });

  it("without it, the operator is asked for what is missing", () => {
    expect(mapReservations({ columns, rows, timezone: "UTC" })).toMatchObject({
      rows: [],
      questions: [{ question: "columns", missing: [{ field: "confirmation_number" }, { field: "pickup_time" }] }],
    });
  });

  it("one that does not fit the file is refused by name", () => {
    const wrong = mapReservations({ columns, rows, timezone: "UTC", mapping: { ...mapping, terminal: "Gate" } });
    expect(wrong.questions).toMatchObject([
      { missing: [{ field: "terminal", message: expect.stringContaining("Gate") }] },
    ]);
  });
});

describe("drivers", () => {
  const drivers = (...rows: string[][]) => mapDrivers({ columns: ["Name", "Phone"], rows });

  it("two with one name are kept and named, and one written twice is kept once", () => {
    const { rows, errors, warnings } = drivers(
      ["Aziz, Samira", "520 555 0164"],
      ["Samira Aziz", "+15205550165"],
      ["SAMIRA AZIZ", "(520) 555-0164"],
    );
    expect(rows.map(({ name, phoneE164 }) => [name, phoneE164])).toEqual([
      ["Samira Aziz", "+15205550164"],
      ["Samira Aziz", "+15205550165"],
    ]);
    expect(errors).toEqual([{ row: 4, column: "Name", reason: expect.stringContaining("row 2") }]);
    expect(warnings).toMatchObject([{ code: "same_name", words: ["Samira Aziz"] }]);
  });

  it("one without a number is kept and named, one without a name is an error", () => {
    const { rows, errors, warnings } = drivers(["Luis Ortega", ""], ["", "520 555 0161"]);
    expect(rows).toMatchObject([{ name: "Luis Ortega", phone: null, phoneE164: null }]);
    expect(errors).toMatchObject([{ row: 3, column: "Name" }]);
    expect(warnings).toMatchObject([{ code: "no_phone", words: ["Luis Ortega"] }]);
  });
});
