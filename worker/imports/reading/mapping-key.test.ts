import { expect, it } from "vitest";
import { mappingKey } from "./mapping-key.ts";

it("a header is known again whatever the order, case and accents of its titles", () => {
  expect(mappingKey(["PU Date", "Conf#"])).toBe(mappingKey(["conf #", "pu_date"]));
});

it("one title more, less or other is another header", () => {
  const keys = [["Conf#", "Notes"], ["Conf#"], ["Conf#", "Notes", "Notes"], ["Conf#", "Note"], ["Conf#, Notes"]].map(
    mappingKey,
  );
  expect(new Set(keys).size).toBe(keys.length);
});
