import { expect, it } from "vitest";
import { callerNumber, ownNumber } from "./caller-id.ts";

const CITY = "+15206800005";

it.each([
  ["+16025550292", "+16025550292"],
  ["16025550292", "+16025550292"],
  ["6025550292", "+16025550292"],
  ["(602) 555-0292", "+16025550292"],
  ["sip:+16025550292@carrier.example;user=phone", "+16025550292"],
  ["+4930901820", "+4930901820"],
  ["+5215512345678", "+525512345678"],
  ["00525512345678", "+525512345678"],
])("a caller sent as %s is %s", (sent, e164) => {
  expect(callerNumber(sent, CITY)).toBe(e164);
});

it.each([
  ...["anonymous", "Restricted", "", null, undefined, "+266696687", "+17378742833", "0000000000", "+10000000000"],
  ...["4001", "911", "sip:pbx@office.example", "4930901820", "+15205", "+1 020 555 0142", "+100"],
])("a caller sent as %j has no number", (sent) => {
  expect(callerNumber(sent, CITY)).toBeNull();
});

it("at a company abroad, digits without a plus are numbers of its country", () => {
  expect(callerNumber("030901821", "+4930901820")).toBe("+4930901821");
  expect(callerNumber("4930901821", "+4930901820")).toBe("+4930901821");
});

it("our own number is found with and without its plus", () => {
  for (const sent of [CITY, "15206800005", "5206800005", "sip:+15206800005@carrier.example"]) {
    expect(ownNumber(sent), sent).toBe(CITY);
  }
  expect(ownNumber("4930901820")).toBe("+4930901820");
  for (const sent of [null, undefined, "", "desk"]) expect(ownNumber(sent)).toBeNull();
});
