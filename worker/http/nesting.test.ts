import { expect, it } from "vitest";
import { isNestedDeeper } from "./nesting.ts";

const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

it("counts levels of lists and objects", () => {
  expect([isNestedDeeper(deep(100), 100), isNestedDeeper(deep(101), 100)]).toEqual([false, true]);
  expect(isNestedDeeper(`${'{"a":'.repeat(101)}1${"}".repeat(101)}`, 100)).toBe(true);
  expect(isNestedDeeper(JSON.stringify(Array.from({ length: 1000 }, () => [{}])), 3)).toBe(false);
});

it("does not count what stands in a text", () => {
  for (const text of [deep(500), `\\"${deep(500)}`, `"${deep(500)}"`, "\\", '\\\\"[[[']) {
    expect(isNestedDeeper(JSON.stringify({ text, next: [text] }), 2)).toBe(false);
  }
});

it("ends with a text that does not", () => {
  expect(isNestedDeeper('{"a": "never ends [[[[', 1)).toBe(false);
  expect(isNestedDeeper('"\\"', 1)).toBe(false);
});
