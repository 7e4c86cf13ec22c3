import { expect, test } from "vitest";
import { toE164 } from "./phone.ts";

test.each([
  ["(520) 555-0142", "+15205550142"],
  ["520.555.0142", "+15205550142"],
  ["1 520 555 0142", "+15205550142"],
  [" +1 520-680-0005 ", "+15206800005"],
  ["+49 30 901820", "+4930901820"],
  ["011 49 30 901820", "+4930901820"],
  ["+1 555 123 4567", "+15551234567"],
])("%s is understood as %s", (text, e164) => {
  expect(toE164(text)).toBe(e164);
});

test("a number without a plus belongs to the country it is read in", () => {
  expect(toE164("030 901820", "DE")).toBe("+4930901820");
});

test.each(["", "12345", "911", "555-0142", "call me", "call 520 555 0142", "+1 020 555 0142", "+15205550142199"])(
  "%j is not a telephone number",
  (text) => {
    expect(toE164(text)).toBeNull();
  },
);

test("a number with an extension is refused rather than shortened", () => {
  expect(toE164("520 555 0142 ext 3")).toBeNull();
});
