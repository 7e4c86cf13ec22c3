import { expect, it } from "vitest";
import { confirmationKey, confirmationKeys } from "./confirmation.ts";
import { spokenCharacters } from "./spoken.ts";

it.each([
  ["R E S, two zero dash double one", "res2011"],
  ["twenty twenty-six eleven twenty-six dash double zero twelve", "20261126" + "0012"],
  ["my confirmation number is five oh two ten", "50210"],
  ["triple five", "555"],
  ["veinte veinte seis", "2026"],
  ["dos cero", "20"],
  ["twenty zero five", "2005"],
  ["ABC 12", "abc12"],
  ["", ""],
])("%j is %j", (said, characters) => {
  expect(spokenCharacters(said)).toBe(characters);
});

it("a typed number is kept as it is typed beside what it may stand for when spoken", () => {
  expect(confirmationKeys("OH-1234")).toEqual(["OH1234", "01234"]);
  expect(confirmationKeys("res-20261126-0012")).toEqual(["RES202611260012"]);
  expect(confirmationKeys(" - ")).toEqual([]);
});

it("zeros count, wherever they stand", () => {
  expect(confirmationKey("RES-20261126-0012")).not.toBe(confirmationKey("RES-20261126-12"));
  expect(confirmationKey("0012")).not.toBe(confirmationKey("12"));
});
