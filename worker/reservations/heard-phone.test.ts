import { expect, it } from "vitest";
import { heardPhone, heardPhones } from "./heard-phone.ts";

it.each([
  ["602-555-0111", "+16025550111"],
  ["(602) 555 0111", "+16025550111"],
  ["+1 602 555 0111", "+16025550111"],
  ["6025550111", "+16025550111"],
  ["six oh two five five five zero one one one", "+16025550111"],
  ["six zero two triple five zero one double one", "+16025550111"],
  ["it's 602 555 0111, my wife's phone", "+16025550111"],
  ["+49 30 901820", "+4930901820"],
])("%s is %s", (said, e164) => {
  expect(heardPhone(said)).toBe(e164);
});

it.each([
  ["526441234567", "+526441234567"],
  ["44 7911 123456", "+447911123456"],
])("%s may be a number from abroad to look up, but is none to keep", (said, e164) => {
  expect(heardPhone(said)).toBe(e164);
  expect(heardPhones(said)).toEqual([]);
});

it("a number said to a company abroad is one of its country", () => {
  expect(heardPhone("030 901820", "DE")).toBe("+4930901820");
});

it.each(["555", "555-0142", "anonymous", "", "twelve"])("%j is not a telephone number", (said) => {
  expect(heardPhone(said)).toBeNull();
});
