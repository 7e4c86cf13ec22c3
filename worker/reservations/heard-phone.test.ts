import { expect, it } from "vitest";
import { heardPhone } from "./heard-phone.ts";

it.each([
  ["602-555-0111", "+16025550111"],
  ["(602) 555 0111", "+16025550111"],
  ["+1 602 555 0111", "+16025550111"],
  ["6025550111", "+16025550111"],
  ["six oh two five five five zero one one one", "+16025550111"],
  ["six zero two triple five zero one double one", "+16025550111"],
  ["526441234567", "+526441234567"],
  ["44 7911 123456", "+447911123456"],
  ["+49 30 901820", "+4930901820"],
])("%s is %s", (said, e164) => {
  expect(heardPhone(said)).toBe(e164);
});

it.each(["555", "anonymous", "", "twelve"])("%j is no telephone number", (said) => {
  expect(heardPhone(said)).toBeNull();
});
