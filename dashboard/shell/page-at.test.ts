import { expect, test } from "vitest";
import { movedTo, pageAt } from "./page-at.ts";

const PAGES = [
  { path: "/calls", tab: "/calls" },
  { path: "/imports/new", tab: "/reservations" },
  { path: "/imports/:id", formerly: "/imports/review", tab: "/reservations" },
];

const FOLDED = { "/lists": (query: URLSearchParams) => `/reservations?history=${query.get("kind") ?? "open"}` };

test("an address with an id opens that kind of page, and a named page comes first", () => {
  expect(pageAt(PAGES, "/calls")?.path).toBe("/calls");
  expect(pageAt(PAGES, "/imports/1b2c-3d")?.path).toBe("/imports/:id");
  expect(pageAt(PAGES, "/imports/new")?.path).toBe("/imports/new");
});

test.each(["/imports", "/imports/1/2", "/call", "/imports/%E0%A4", "/imports/"])("there is no page at %s", (path) => {
  expect(pageAt(PAGES, path)).toBeUndefined();
});

test.each([
  ["/imports/review?id=1b2c", "/imports/1b2c"],
  ["/imports/review/?id=1b2c&unchanged=true", "/imports/1b2c?unchanged=true"],
  ["/imports/review?from=mail&id=a%2Fb%20c", "/imports/a%2Fb%20c?from=mail"],
  ["/imports/review?id=$%26", "/imports/%24%26"],
  ["/imports/review", "/reservations"],
  ["/imports/review?id=", "/reservations"],
  ["/lists", "/reservations?history=open"],
  ["/lists/?kind=drivers", "/reservations?history=drivers"],
])("the old address %s leads to %s", (before, now) => {
  expect(movedTo(PAGES, FOLDED, before)).toBe(now);
});

test.each(["/imports/1b2c?id=2", "/imports/new?kind=drivers", "/", "/imports/review/2?id=1"])(
  "%s stays as it is",
  (url) => {
    expect(movedTo(PAGES, FOLDED, url)).toBeNull();
  },
);
