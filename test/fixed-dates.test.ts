import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// A date in the future when a test is written is in the past a month later. The browser tests run on the real clock, so
// their dates are computed from now (e2e/days.ts) or lie so far back that no "today" and no purge depends on when they
// are read.

const DATE =
  /\b(20[2-9]\d)-(\d\d)-(\d\d)\b|\b\d\d\/\d\d\/20[2-9]\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b|Date\.UTC\(20[2-9]\d/g;
const OWN_CLOCK = /clock\.(install|setFixedTime|setSystemTime)\(\{? ?time|setFixedTime\(/; // then its dates belong to that clock
const REASON = /\/\/ a fixed date: /; // on the same line or the one above

test("no browser test names a date of the calendar without a clock of its own or a reason", () => {
  expect(datesIn('waitFor("Saturday, November 28 at 10 PM")')).toEqual(["November 28"]);
  expect(datesIn('fill("2027-01-01")')).toEqual(["2027-01-01"]);
  expect(datesIn('// a fixed date: long past\nfill("2026-03-04")')).toEqual([]);
  const found = globSync("e2e/*.test.ts").flatMap((file) =>
    datesIn(readFileSync(file, "utf8")).map((date) => `${file}: ${date}`),
  );
  expect(found).toEqual([]);
});

function datesIn(source: string): string[] {
  if (OWN_CLOCK.test(source)) return [];
  const lines = source.split("\n");
  return lines.flatMap((line, index) =>
    REASON.test(line) || REASON.test(lines[index - 1] ?? "") ? [] : (line.match(DATE) ?? []),
  );
}
