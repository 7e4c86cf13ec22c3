import { afterEach, expect } from "vitest";
import { takeNoted } from "../emulator/retell/openapi/noted.ts";

// A test that tolerates errors from Retell would not notice that its request was wrong.
afterEach(() => {
  expect(takeNoted(), "what Retell's OpenAPI document does not allow").toEqual([]);
});
