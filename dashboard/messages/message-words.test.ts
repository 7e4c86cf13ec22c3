import { expect, test } from "vitest";
import { callerWords, reachableAt } from "./message-words.ts";

test.each([
  ["Wen Bauer", "+16025550111", "+16025550100", "Wen Bauer", "+16025550111"],
  [null, "+16025550111", "+16025550100", "(602) 555-0111", "+16025550111"],
  [null, null, "+16025550100", "(602) 555-0100", "+16025550100"],
  ["Bo", "extension 12", "+16025550100", "Bo", "+16025550100"],
  [null, "extension 12", null, "extension 12", null],
  [null, null, null, "Unknown caller", null],
])("%s, to be called back on %s, who calls from %s, is %s at %s", (name, callback, from, words, number) => {
  const who = { caller_name: name, callback_number: callback, from_number: from };
  expect([callerWords(who), reachableAt(who)]).toEqual([words, number]);
});
