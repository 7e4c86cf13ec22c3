import { expect, test } from "vitest";
import { renderVariables, variablesIn } from "./prompt-variables.ts";

test("variables are found with and without spaces, each once", () => {
  expect(variablesIn("{{b}} {{ a }} {{b}} {c} {{}}")).toEqual(["a", "b"]);
});

test("variables are found anywhere inside an object", () => {
  expect(variablesIn({ url: "{{a}}", list: [{ text: "x {{b}}" }, 1, null] })).toEqual(["a", "b"]);
});

test("of a nested variable the inner one is ours, the outer one Retell's", () => {
  expect(variablesIn("{{current_time_{{timezone}}}}")).toEqual(["timezone"]);
});

test("an unknown variable stays as it stands, an empty one leaves nothing", () => {
  expect(renderVariables("[{{ a }}][{{b}}][{{c}}]", { a: "1", b: "" })).toBe("[1][][{{c}}]");
});
