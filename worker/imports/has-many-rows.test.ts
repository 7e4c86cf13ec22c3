import { expect, it } from "vitest";
import { hasManyRows } from "./has-many-rows.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = (count: number, row = "a,b") => Array.from({ length: count }, () => row);

it.each(["\n", "\r\n", "\r"])("5,000 rows below a header are few, whatever ends a line (%j)", (end) => {
  expect(hasManyRows(bytes(["x,y", ...rows(5000), ""].join(end)))).toBe(false);
  expect(hasManyRows(bytes(["x,y", ...rows(5001), ""].join(end)))).toBe(true);
});

it("lines within a quoted address are no rows", () => {
  expect(hasManyRows(bytes(["x,y", ...rows(4000, '"1 Main St\nTempe",b')].join("\n")))).toBe(false);
});
