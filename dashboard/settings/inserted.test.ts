import { expect, it } from "vitest";
import { inserted } from "./inserted.ts";

it.each([
  ["", 0, 0, "{{x}}"],
  ["Thank you for calling.", 22, 22, "Thank you for calling. {{x}}"],
  ["Thank you for calling .", 22, 22, "Thank you for calling {{x}}."],
  ["Welcome to us.", 11, 13, "Welcome to {{x}}."],
  ["Hello there", 0, 0, "{{x}} Hello there"],
])("%j from %i to %i keeps its other words", (text, start, end, result) => {
  expect(inserted(text, { start, end }, "{{x}}")).toBe(result);
});
