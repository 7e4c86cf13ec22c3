import { expect, test } from "vitest";
import { pageEntries } from "./page-entries.ts";

function found(text: string, group: string): string[] {
  return (
    pageEntries(text)
      .find(({ title }) => title === group)
      ?.entries.map(({ href }) => href) ?? []
  );
}

test("an empty search offers every page of the navigation, and no settings", () => {
  expect(found("", "Pages")).toEqual(
    expect.arrayContaining(["/", "/messages", "/settings", "/imports/new?kind=drivers"]),
  );
  expect(found("", "Settings")).toEqual([]);
});

test.each([
  ["ring time", "/settings#ring_seconds"],
  ["Christmas", "/settings#hour_exceptions"],
  ["spam", "/settings#blocked-callers"],
  ["voice", "/settings#voice_id"],
])("a setting is found by what an operator calls it: %s", (words, href) => {
  expect(found(words, "Settings")).toContain(href);
});

test("every word must be there", () => {
  expect(found("phone zebra", "Pages")).toEqual([]);
  expect(found("phone numb", "Pages")).toEqual(["/numbers"]);
});
