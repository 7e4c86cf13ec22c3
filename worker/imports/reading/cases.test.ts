import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mapDrivers } from "./map-drivers.ts";
import { mapReservations } from "./map-reservations.ts";
import { readCsv } from "./read-csv.ts";

const PHOENIX = "America/Phoenix";

function table(name: string) {
  const read = readCsv(readFileSync(join(import.meta.dirname, "fixtures/cases", name)));
  if (read.kind === "refused") throw new Error(read.message);
  return read;
}

function read(name: string, timezone = PHOENIX) {
  return mapReservations({ ...table(name), timezone });
}

const at = (text: string) => Date.parse(text);

it("a manifest without confirmation numbers is imported, and its rides are found by telephone and name", () => {
  expect(read("11-no-number.csv").rows).toMatchObject([
    {
      confirmationNumber: "",
      confirmationKey: "",
      customerName: "Rhea Stone",
      phoneE164: "+16025550112",
      pickupAddress: "12 Oak Ave, Tucson, AZ",
      dropoffLocation: "PHX Terminal 4, Phoenix",
      numPassengers: 2,
    },
  ]);
});

it("several passengers with one number and one time are all kept", () => {
  const { rows, errors } = read("12-one-van.csv");
  expect(errors).toEqual([]);
  expect(rows.map(({ customerName, phoneE164 }) => [customerName, phoneE164])).toEqual([
    ["Rhea Stone", "+16025550120"],
    ["Milo Farr", "+16025550121"],
    ["Ines Brandt", "+16025550122"],
  ]);
});

it("an appointment without a pick-up time is when the passenger has to be there", () => {
  expect(read("13a-mtm.csv").rows).toMatchObject([
    {
      confirmationNumber: "CN-131",
      customerName: "Rhea Stone",
      phoneE164: "+16025550131",
      pickupAt: at("2026-12-20T10:30-07:00"),
      pickupKind: "appointment",
      pickupAddress: "12 Oak Ave, Tucson",
    },
  ]);
});

it("a broker's own titles are read", () => {
  expect(read("13c-logisticare.csv").rows).toMatchObject([
    {
      confirmationNumber: "LG133",
      customerName: "Rhea Stone",
      phoneE164: "+16025550133",
      pickupAt: at("2026-12-20T09:30-07:00"),
      pickupKind: "time",
      pickupAddress: "12 Oak Ave",
      dropoffLocation: "3 Pine Rd",
    },
  ]);
  expect(read("13f-dispatch-driver.csv").rows).toMatchObject([
    {
      driverAssigned: "Luis Ortega",
      phoneE164: "+16025550136",
      customerName: "Rhea Stone",
      pickupAddress: "12 Oak Ave, Tucson",
    },
  ]);
});

it("the second of two header rows is the header", () => {
  expect(read("14-two-header-rows.csv").rows).toMatchObject([
    {
      confirmationNumber: "RM140",
      customerName: "Rhea Stone",
      phoneE164: "+16025550140",
      pickupAt: at("2026-12-20T09:30-07:00"),
      pickupAddress: "12 Oak Ave",
      dropoffLocation: "3 Pine Rd, Mesa",
      status: "assigned",
    },
  ]);
});

it("statuses are read by their meaning", () => {
  expect(read("16-status-words.csv").rows.map(({ status }) => status)).toEqual([
    "cancelled",
    "cancelled",
    "unknown",
    "en_route",
  ]);
  expect(mapDrivers(table("16-drivers.csv")).rows).toMatchObject([{ name: "Luis Ortega", phoneE164: "+16025550199" }]);
});

it("numbers that became fractions are whole again, and lost digits are refused", () => {
  expect(read("17-floats.csv").rows).toMatchObject([
    { confirmationNumber: "10217", phoneE164: "+16025550170" },
    { confirmationNumber: "10218", phoneE164: "+16025550171" },
  ]);
  const { rows, errors } = read("19-exponent-number.csv");
  expect(rows).toMatchObject([{ confirmationNumber: "219F01BE" }]);
  expect(errors).toMatchObject([{ row: 2, reason: expect.stringContaining("shortened") }]);
});

it("a zone behind a time, a browser's date and an ISO instant are the same minute", () => {
  const { rows } = read("21-zone-suffix.csv");
  expect(rows.map(({ pickupAt }) => pickupAt)).toEqual(Array.from({ length: 4 }, () => at("2026-12-20T15:35-07:00")));
});

it("times without a colon are read", () => {
  const { rows } = read("24-compact-clock.csv");
  expect(rows.map(({ pickupAt }) => pickupAt)).toEqual([
    at("2026-12-20T20:30-07:00"),
    at("2026-12-20T06:00-07:00"),
    at("2026-12-20T00:30-07:00"),
  ]);
});

it("a ride whose time is open keeps its day", () => {
  const { rows, errors, warnings } = read("25-will-call.csv");
  expect(errors).toEqual([]);
  expect(rows.map(({ pickupKind }) => pickupKind)).toEqual(["day", "day", "day", "time"]);
  expect(rows[0]?.pickupAt).toBe(at("2026-12-20T00:00-07:00"));
  expect(warnings).toMatchObject([{ code: "open_time", count: 3 }]);
});

it("both telephones in a cell are kept", () => {
  expect(read("26-two-phones.csv").rows).toMatchObject([
    { phoneE164: "+16025550260", secondPhoneE164: "+15205550260", telephone: "602-555-0260 / 520-555-0260" },
  ]);
});

it("a street in parts and a driver in two columns are put together", () => {
  expect(read("35-street-number.csv").rows).toMatchObject([
    {
      pickupAddress: "12 Oak Ave, Tucson",
      dropoffLocation: "3 Pine Rd, Mesa",
      pickupAt: at("2026-12-20T09:30-07:00"),
      driverAssigned: "Luis Ortega",
      customerName: "Rhea Stone",
      phoneE164: "+16025550350",
    },
  ]);
});

it("the hour that comes twice is kept, as the first of the two", () => {
  const { rows, errors } = read("39-clocks-back.csv", "America/Los_Angeles");
  expect(errors).toEqual([]);
  expect(rows.map(({ pickupAt }) => pickupAt)).toEqual([at("2027-11-07T01:30-07:00"), at("2027-11-07T03:30-08:00")]);
});

it.each(["two bags", ""])("a row that a stray comma has shifted is refused, even if its last cell is %j", (last) => {
  const { columns, rows, firstRow } = table("43a-loose-comma.csv");
  const shifted = rows.map((row, i) => (i === 0 ? [...row.slice(0, -1), last] : row));
  const { rows: read, errors } = mapReservations({ columns, rows: shifted, firstRow, timezone: PHOENIX });
  expect(read).toMatchObject([{ confirmationNumber: "LC431", phoneE164: "+16025550431" }]);
  expect(errors).toMatchObject([{ row: 2 }]);
});
