import { expect, it } from "vitest";
import { mapReservations } from "./map-reservations.ts";
import { readName } from "./read-fields.ts";

const PEOPLE = ["Rhea Stone", "Milo Farr", "Ines Brandt"];
const FIRMS = ["Acme LLC", "Blue Fox Inc", "Palm Inn"];

function read(columns: Record<string, string[]>) {
  const titles = ["Conf", ...Object.keys(columns), "Phone", "Pickup Time", "From", "To"];
  const rows = PEOPLE.map((_, i) => [
    ...[`C10${i}`, ...Object.values(columns).map((cells) => cells[i] ?? ""), `602555010${i}`],
    ...[`2026-12-2${i} 09:30`, `${i + 1} Oak Ave, Tucson`, "PHX Terminal 4"],
  ]);
  const { rows: bookings, questions } = mapReservations({ columns: titles, rows, timezone: "America/Phoenix" });
  const second = bookings.map(({ secondPhoneE164 }) => secondPhoneE164);
  return { names: bookings.map(({ customerName }) => customerName), second, questions };
}

function halves(): [string[], string[]] {
  const half = (n: number) => PEOPLE.map((name) => name.split(" ")[n] ?? "");
  return [half(0), half(1)];
}

it.each(["Event Name", "Manager Name", "Greeter Name", "Travel Agency", "Traveler Arranger", "Supplier Name"])(
  "a list whose only name stands under %s is asked about",
  (title) => {
    const { names, questions } = read({ [title]: PEOPLE });
    expect(names).toEqual([]);
    expect(questions).toMatchObject([
      { question: "columns", missing: [{ field: "customer_name", candidates: [title] }] },
    ]);
  },
);

it("a customer that is a company is asked about if nobody else is named", () => {
  expect(read({ Customer: FIRMS, "Contact Name": PEOPLE }).questions).toHaveLength(1);
});

it.each(["Name", "Travellers", "Passengers", "Occupant"])("of companies and people, %s are the passengers", (title) => {
  expect(read({ Customer: FIRMS, [title]: PEOPLE }).names).toEqual(PEOPLE);
});

it.each(["Customer", "Client Name"])("a name beside %s is asked about, if they are different people", (title) => {
  const others = ["Greta Holm", "Ivo Marsh", "Petra Quill"];
  const [first, last] = halves();
  expect(read({ [title]: others, Name: PEOPLE }).questions).toHaveLength(1);
  expect(read({ [title]: others, "First Name": first, "Last Name": last }).questions).toHaveLength(1);
  expect(read({ [title]: PEOPLE, "First Name": first, "Last Name": last }).names).toEqual(PEOPLE);
});

it("the last name of a second guest is not the first one's", () => {
  const [first, last] = halves();
  const columns = { "Guest 1 First Name": first, "Guest 1 Last Name": last };
  const others = { "Guest 2 First Name": ["Greta", "Ivo", "Petra"], "Guest 2 Last Name": ["Holm", "Marsh", "Quill"] };
  expect(read({ ...columns, ...others }).names).toEqual(PEOPLE);
});

it("a person at the pick-up in a list that names no passenger is asked about, and is no part of the address", () => {
  expect(read({ Pickup_Name: PEOPLE }).questions).toHaveLength(1);
});

it.each(["Surname/Name", "Last/First Name", "Apellidos y nombre", "Cognome e Nome", "Surname, First Name"])(
  "under %s the last name comes first",
  (title) => {
    const turned = PEOPLE.map((name) => name.split(" ").reverse().join(" "));
    expect(read({ [title]: turned }).names).toEqual(PEOPLE);
  },
);

it.each(["Referrer Phone", "Assistant Phone", "Zookeeper Phone"])(
  "%s proves nobody beside the passenger's own",
  (title) => {
    const numbers = ["4805550181", "4805550182", "4805550183"];
    expect(read({ Passenger: PEOPLE, [title]: numbers }).second).toEqual([null, null, null]);
  },
);

it.each(["Passenger", "Guest", "Customer"])("a last name under %s belongs to the first name beside it", (title) => {
  const [first, last] = halves();
  expect(read({ [title]: last, "First Name": first }).names).toEqual(PEOPLE);
});

it.each([
  "305 - Rhea Stone",
  "Room 305 Rhea Stone",
  "Rhea Stone Rm 305",
  "2x Rhea Stone",
  "2 pax - Rhea Stone",
  "Sign: Rhea Stone",
  "1. Rhea Stone",
  "[VIP] Rhea Stone",
  "Acme Corp - Rhea Stone",
  "Rhea Stone, Acme LLC",
  "Rhea Stone 602-555-0101",
  "Rhea Stone <rhea@example.com>",
  "Stone, Rhea (2 pax)",
  "STONE, RHEA MRS",
  "STONE / RHEA",
  "STONE*RHEA",
  "1.1STONE/RHEA MRS",
  "STONE/RHEA(ADT)",
  "STONE/RHEA MRS, FARR/MILO MR",
  "Rhea Stone, M.D.",
  "Rhea Stone/WC",
  "Rhea Stone pax 2",
  "Rhea Stone + 2 kids",
  "Rhea Stone *NEW*",
  "Rhea Stone|2",
])("%s is Rhea Stone", (cell) => {
  expect(readName(cell).toLowerCase()).toBe("rhea stone");
});

it.each(["Rhea Stone/Milo Farr", "Rhea Stone & Milo Farr", "Stone, Rhea; Farr, Milo"])(
  "the two people of %s are not turned into one",
  (cell) => {
    expect(readName(cell)).toBe(cell);
  },
);

it.each([
  ["Rhea Stone, Director", "Rhea Stone"],
  ["Stone, Dr., Rhea", "Rhea Stone"],
  ["Stone, Rhea, Jr.", "Rhea Stone Jr."],
  ["Rhea Stone|Milo Farr", "Rhea Stone"],
  ["STONE RHEA MRS", "Rhea Stone"],
  ["STONE/RHEA MRS", "Rhea Stone"],
  ["VIP Rhea Stone", "Rhea Stone"],
  ["Vipond, Rhea", "Rhea Vipond"],
  ["Rhea Stone c/o Palm Inn", "Rhea Stone"],
])("the cell %j names %s", (cell, name) => {
  expect(readName(cell)).toBe(name);
});

it("under a title that puts the last name first, two words are swapped", () => {
  const read = (title: string, name: string) =>
    mapReservations({
      columns: ["Conf #", title, "Phone", "Pickup Time"],
      rows: [["A-1", name, "602-555-0101", "2026-12-20 09:30"]],
      timezone: "America/Phoenix",
    }).rows[0]?.customerName;
  expect(read("Last Name/First Name", "Stone Rhea")).toBe("Rhea Stone");
  expect(read("Nachname Vorname", "Stone, Rhea")).toBe("Rhea Stone");
  expect(read("First and Last Name", "Rhea Stone")).toBe("Rhea Stone");
});

it("two columns of surnames are both the passenger's, the father's first", () => {
  const columns = ["Folio", "Apellido materno", "Apellido paterno", "Nombre", "Celular", "Fecha y hora"];
  const rows = [["F-1", "López", "García", "María", "602-555-0101", "2026-12-20 09:30"]];
  const { rows: read } = mapReservations({ columns, rows, timezone: "America/Mexico_City" });
  expect(read[0]?.customerName).toBe("María García López");
});
