import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemIn, renderMessage } from "./message-template.ts";

const variables = { company_name: "Desert Shuttle", business_hours: "6 AM to 10 PM" };

describe("a message", () => {
  test("may name the company and its hours", () => {
    const text = "Thank you for calling {{company_name}}. We are open {{ business_hours }}.";
    expect(problemIn(text)).toBeNull();
    expect(renderMessage(text, variables)).toBe("Thank you for calling Desert Shuttle. We are open 6 AM to 10 PM.");
  });

  test("may contain single braces", () => {
    expect(problemIn("Ask for {Ana}")).toBeNull();
    expect(renderMessage("Ask for {Ana}", variables)).toBe("Ask for {Ana}");
  });

  test("with another placeholder is refused, and the reason names it and what works", () => {
    expect(problemIn("Call {{office_phone}}")).toBe(
      "{{office_phone}} cannot be filled in. You can use {{company_name}} and {{business_hours}}.",
    );
  });

  test.each(["Hello {{company_name", "Hello company_name}}", "{{{company_name}}}", "{{", "{{}}"])(
    "with broken braces is refused: %s",
    (text) => {
      expect(problemIn(text)).not.toBeNull();
    },
  );
});

test("a company called {{user_id}} is not filled in a second time", () => {
  expect(renderMessage("Hello from {{company_name}}", { ...variables, company_name: "{{user_id}}" })).toBe(
    "Hello from user_id",
  );
});

test("double braces are always removed, whatever is written", () => {
  const braces = fc.string({ unit: fc.constantFrom("{", "}", "{{", "}}", " ", "a", "company_name") });
  fc.assert(
    fc.property(braces, braces, (text, company_name) => {
      expect(renderMessage(text, { ...variables, company_name })).not.toMatch(/\{\{|\}\}/);
    }),
  );
});
