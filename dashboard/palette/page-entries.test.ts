import { Hash } from "lucide-preact";
import { expect, test } from "vitest";
import { pageEntries } from "./page-entries.ts";

const PAGES = ["Overview", "Phone Numbers"].map((title) => ({ title, href: `/${title}`, icon: Hash }));

function found(text: string, group: string): string[] {
  const entries = pageEntries(PAGES, text).find(({ title }) => title === group)?.entries ?? [];
  return entries.map(({ href }) => href);
}

test("an empty search offers every page, and no settings", () => {
  expect(found(" ", "Pages")).toEqual(["/Overview", "/Phone Numbers"]);
  expect(found(" ", "Settings")).toEqual([]);
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
  expect(found("numb PHONE", "Pages")).toEqual(["/Phone Numbers"]);
});
