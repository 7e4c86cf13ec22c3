import { expect, test } from "vitest";
import { readCsv } from "../../../worker/imports/reading/read-csv.ts";
import type { Choices } from "../list-reader/messages.ts";
import { readList } from "../list-reader/read-list.ts";
import { recogniseList } from "../list-reader/recognise-list.ts";
import type { Kind } from "../list-replies.ts";
import { openQuestions } from "./open-questions.ts";
import type { Known, Option, Question } from "./question.ts";

/** A file as the page has it: opened, and read again after each answer. */
function openFile(lines: string[], kind: Kind = "reservations") {
  const table = readCsv(new TextEncoder().encode(lines.join("\n")));
  if (table.kind === "refused") throw new Error(table.message);
  const opened = { ...recogniseList(kind, table), sheets: [], sheet: null };
  const first: Choices = {
    ...{ kind, mapping: opened.mapping, dateOrder: null, statusWords: {} },
    timezone: "America/Phoenix",
  };
  const known = (choices: Choices, settled: string[]): Known => ({
    ...{ opened, choices, settled },
    read: readList(table, choices),
  });
  return {
    start: known(first, []),
    answer(before: Known, { id, options }: Question, title: string | RegExp): Known {
      const answer = options.find((option) => matches(option, title))?.answer ?? { sheet: "" };
      if ("sheet" in answer)
        throw new Error(`No answer “${title}” among ${options.map((one) => one.title).join(", ")}`);
      return known({ ...before.choices, ...answer.choices }, [...before.settled, id]);
    },
  };
}

const matches = ({ title }: Option, wanted: string | RegExp) =>
  typeof wanted === "string" ? title === wanted : wanted.test(title);

const titles = (known: Known) => openQuestions(known).map(({ title }) => title);
const firstOf = (known: Known): Question => {
  const [question] = openQuestions(known);
  if (!question) throw new Error("Nothing is asked.");
  return question;
};

const HARD = [
  "Desert Rides dispatch report,,,,,,,",
  "Printed in the morning,,,,,,,",
  "Trip No,Passenger,Phone 1,Phone 2,PU Date,PU Time,From,Status",
  "H-1,Ada Quill,602-555-0171,520-555-0141,2031-12-05,7:10 AM,1 Main St,Confirmed",
  "H-2,Ben Ode,602-555-0172,520-555-0142,2031-12-05,Will call,2 Elm St,Farmed out",
  "H-3,Cy Farr,602-555-0173,520-555-0143,2031-12-06,TBD,3 Oak Ave,Farmed out",
  "H-4,Di Gray,602-555-0174,520-555-0144,2031-12-06,9:00 AM,4 Hill Rd,On hold",
];

test("a clear list is not asked about", () => {
  const { start } = openFile(["Conf#,Passenger,Cell,PU Date,PU Time", "A-1,Ada Quill,6025550171,2031-12-05,7:10 AM"]);
  expect(titles(start)).toEqual([]);
});

test("two telephone columns and two statuses of its own are three questions, one after the other", () => {
  const { start, answer } = openFile(HARD);
  expect(titles(start)).toEqual([
    "Which columns are the passengers’ own phone numbers?",
    "What does “Farmed out” mean?",
    "What does “On hold” mean?",
  ]);
  const phones = firstOf(start);
  expect(phones.options.map(({ title }) => title)).toEqual([
    "All of them: Phone 1, then Phone 2",
    "Only Phone 1",
    "Only Phone 2",
  ]);
  expect(phones.suggested).toBe("Phone 1\nPhone 2");
  const own = answer(start, phones, "Only Phone 1");
  expect(own.choices.mapping.telephone).toEqual(["Phone 1"]);
  const farmed = firstOf(own);
  expect(farmed.about).toContain("row 5 (Ben Ode) and row 6 (Cy Farr)");
  const live = answer(own, farmed, "The ride takes place");
  expect(live.choices.statusWords).toEqual({ "Farmed out": "confirmed" });
  const office = answer(live, firstOf(live), "Callers should ask the office");
  expect(office.choices.statusWords).toEqual({ "Farmed out": "confirmed", "On hold": "unknown" });
  expect(titles(office)).toEqual([]);
});

test("all questions are counted from the start, also those that only an answer uncovers", () => {
  const { start, answer } = openFile([
    "Conf#,Passenger,Cell,PU Date,Pickup Time 1,Pickup Time 2,Status",
    "A-1,Ada Quill,6025550171,03/04/2031,7:10 AM,7:20 AM,Farmed out",
    "A-2,Ben Ode,6025550172,05/06/2031,8:10 AM,8:20 AM,Confirmed",
  ]);
  const all = titles(start);
  expect(all).toEqual([
    "Which column is the pick-up date and time?",
    "Which day is “03/04/2031”?",
    "What does “Farmed out” mean?",
  ]);
  // The date's column belongs to both times.
  const second = answer(start, firstOf(start), "PU Date and Pickup Time 2");
  expect(second.choices.mapping.pickup_time).toEqual(["PU Date", "Pickup Time 2"]);
  expect(titles(second)).toEqual(all.slice(1));
  const dayFirst = answer(second, firstOf(second), /April 3/);
  expect(titles(dayFirst)).toEqual(all.slice(2));
  expect(dayFirst.read.preview[0]?.pickup_time).toContain("April 3, 2031 at 7:20 AM");
});

test("a list without telephones or names asks for them, and takes no for an answer", () => {
  const { start, answer } = openFile(["Conf#,Colour,PU Date,PU Time", "A-1,red,2031-12-05,7:10 AM"]);
  const phone = firstOf(start);
  expect(phone.title).toBe("Which column is the passenger phone?");
  expect(phone.about).toContain("nobody is recognized");
  const none = answer(start, phone, "The list has none");
  const name = answer(none, firstOf(none), "Colour");
  expect(name.choices.mapping).toMatchObject({ telephone: [], customer_name: ["Colour"] });
  expect(titles(name)).toEqual([]);
  expect(none.read.warnings.map(({ code }) => code)).toContain("no_phone_column");
});

test("a column that the list needs is asked for before anything else, with what stands in the file", () => {
  const { start, answer } = openFile(["Colour,PU Date,PU Time", "red,2031-12-05,7:10 AM"]);
  const needed = firstOf(start);
  expect(needed).toMatchObject({ title: "Which column is the confirmation number?", suggested: null });
  expect(needed.options[0]).toMatchObject({ title: "Colour", about: "red" });
  expect(answer(start, needed, "Colour").read.rows).toBe(1);
});

test("the sheets of a workbook are asked about once", () => {
  const { start } = openFile(["Conf#,Passenger,Cell,PU Date,PU Time", "A-1,Ada Quill,6025550171,2031-12-05,7:10 AM"]);
  const workbook = { ...start, opened: { ...start.opened, sheets: ["Rides", "Drivers"], sheet: "Rides" } };
  expect(firstOf(workbook)).toMatchObject({ suggested: "Rides", options: [{ title: "Rides" }, { title: "Drivers" }] });
  expect(titles({ ...workbook, settled: ["sheet"] })).toEqual([]);
});

test("drivers without a column for their phones are asked about too", () => {
  const { start } = openFile(["Driver,Colour", "Luis Ortega,red"], "drivers");
  expect(firstOf(start).about).toContain("no caller can be put through");
});
