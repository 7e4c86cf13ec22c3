import { expect, it } from "vitest";
import { render, unsetVariables } from "./render.ts";
import { readPath } from "./response-path.ts";

const values: Record<string, string> = {
  name: "Sun {{evil}}",
  zone: "America/Phoenix",
  "time_America/Phoenix": "noon",
  empty: "",
};
const lookup = (name: string) => values[name];

it("fills in variables from the inside out, with or without spaces", () => {
  expect(render("{{ zone }} {{time_{{zone}}}}[{{empty}}]", lookup)).toBe("America/Phoenix noon[]");
});

it("leaves a variable that is not set as it is written", () => {
  expect(render("Hi {{caller}}", lookup)).toBe("Hi {{caller}}");
  expect(unsetVariables("{{caller}} {{zone}} {{caller}}", lookup)).toEqual(["caller"]);
});

it("never renders the text of a value", () => {
  values.evil = "leak";
  expect(render("{{name}}", lookup)).toBe("Sun {{evil}}");
});

it("reads a path in a tool's answer, but no inherited properties", () => {
  expect(readPath({ data: { items: [{ id: 7 }] } }, "data.items[0].id")).toBe(7);
  expect(readPath({}, "constructor.name")).toBeUndefined();
});
