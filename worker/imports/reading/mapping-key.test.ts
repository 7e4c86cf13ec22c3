import { expect, it } from "vitest";
import { mappingKey } from "./mapping-key.ts";

it("a header is recognised again, whatever the order, case and accents of its titles", () => {
  expect(mappingKey(["PU Date", "Conf#"])).toBe(mappingKey(["conf #", "pu_date"]));
});

it("one added, removed or changed title makes it another header", () => {
  const keys = [["Conf#", "Notes"], ["Conf#"], ["Conf#", "Notes", "Notes"], ["Conf#", "Note"], ["Conf#, Notes"]].map(
    mappingKey,
  );
  expect(new Set(keys).size).toBe(keys.length);
});
