import { expect, test } from "vitest";
import { callText } from "./caller-text.ts";

const OURS = "+15205550142";
const THEIRS = "+16025550119";

test("a call is shown with the number that we spoke with, whoever called", () => {
  const inbound = { direction: "inbound", from_number: THEIRS, to_number: OURS } as const;
  expect(callText(inbound)).toEqual({ way: "from", who: "(602) 555-0119" });
  expect(callText({ ...inbound, from_number: null })).toEqual({ way: "from", who: "Withheld number" });
  const outbound = { direction: "outbound", from_number: OURS, to_number: THEIRS } as const;
  expect(callText(outbound)).toEqual({ way: "to", who: "(602) 555-0119" });
});
