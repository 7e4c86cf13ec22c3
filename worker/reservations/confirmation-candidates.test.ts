import { expect, it } from "vitest";
import { confirmationKey } from "./confirmation.ts";
import { confirmationCandidates } from "./confirmation-candidates.ts";

const heard = (said: string) =>
  confirmationCandidates(said).flatMap(({ key, confidence }) => (confidence === "heard" ? [key] : []));

it("a typed number is kept as it is typed, beside what it may stand for when spoken", () => {
  expect(heard("OH-1234")).toEqual(["OH1234", "01234", "O1234"]);
  expect(heard("res-20261126-0012")).toEqual(["RES202611260012"]);
  expect(confirmationCandidates(" - ")).toEqual([]);
});

it("zeros count, wherever they stand", () => {
  expect(confirmationKey("RES-20261126-0012")).not.toBe(confirmationKey("RES-20261126-12"));
  expect(confirmationKey("0012")).not.toBe(confirmationKey("12"));
});

it("only a number of digits alone may have lost zeros or kept them", () => {
  const apart = (said: string) => confirmationCandidates(said).filter(({ confidence }) => confidence === "zeros_apart");
  expect(apart("00123").map(({ key }) => key)).toEqual(["123", "0123", "000123", "0000123", "00000123"]);
  expect(apart("RES-0012")).toEqual([]);
});
