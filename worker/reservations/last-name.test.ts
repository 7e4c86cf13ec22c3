import { expect, it } from "vitest";
import { isLastName } from "./last-name.ts";
import { nameKey } from "./name.ts";

it.each([
  ["Bauer", "Wen Bauer"],
  ["bauer", "BAUER, Wen"],
  ["Bauer, Wen", "Wen Bauer"],
  ["Wen Bauer", "Bauer, Wen"],
  ["Nguyen", "Grant Nguyễn"],
  ["Garcia Lopez", "Maria Garcia-Lopez"],
  ["Garcia-Lopez", "Maria Garcia Lopez"],
  ["Lopez", "Maria Garcia-Lopez"],
  ["O Neill", "Siobhán O'Neill"],
  ["O'Neill", "Siobhan ONeill"],
  ["Siobhan O Neill", "Siobhán O'Neill"],
  ["de la Cruz", "Ana de la Cruz"],
  ["Cruz", "Ana de la Cruz"],
  ["Smith", "John Smith Jr."],
  ["Smith Jr", "John Smith"],
  ["Mr. Smith", "John Smith"],
  ["Mary Smith", "Mary Ann Smith"],
  ["Dang", "Minh Đặng"],
  ["Weiss", "Weiß"],
  ["Vance", "Vance"],
  ["Le", "Kim Le"],
  ["Thomas", "Ryan Thomas"],
  ["Kelly", "Grace Kelly"],
])("%s is the last name of %s", (given, name) => {
  expect(isLastName(given, name)).toBe(true);
});

it.each([
  ["Wen", "Wen Bauer"],
  ["Wen", "Bauer, Wen"],
  ["Jr", "John Smith Jr."],
  ["", "Wen Bauer"],
  ["-", "Wen Bauer"],
  ["Bauer", ""],
  ["auer", "Wen Bauer"],
  ["Ann", "Mary Ann Smith"],
  ["John Bauer", "Wen Bauer"],
  ["Maria L", "Ana Maria L"],
  ["van", "Joost van der Meer"],
  ["Maria", "Maria"],
])("%j is not the last name of %j", (given, name) => {
  expect(isLastName(given, name)).toBe(false);
});

it("drivers are compared without case, accents and punctuation", () => {
  expect(nameKey("  Siobhán  O’Neill ")).toBe("siobhan oneill");
});
