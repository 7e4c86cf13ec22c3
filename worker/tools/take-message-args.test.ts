import { expect, test } from "vitest";
import { MESSAGE_CATEGORIES } from "../messages/categories.ts";
import { takeMessageArgs } from "./take-message-args.ts";

const refused = (input: unknown) => takeMessageArgs.safeParse(input).error?.issues.map((issue) => issue.path.join("."));

test("a message alone is enough and is filed under message", () => {
  expect(takeMessageArgs.parse({ message: " Please call me. " })).toEqual({
    message: "Please call me.",
    category: "message",
  });
});

test.each(MESSAGE_CATEGORIES)("a message can be filed under %s", (category) => {
  expect(takeMessageArgs.parse({ message: "Hello", category }).category).toBe(category);
});

test("no category, or one that nobody knows, is a plain message", () => {
  expect(takeMessageArgs.parse({ message: "Hello", category: null }).category).toBe("message");
  expect(takeMessageArgs.parse({ message: "Hello", category: "" }).category).toBe("message");
  expect(takeMessageArgs.parse({ message: "Hello", category: "gossip" }).category).toBe("message");
});

test.each([undefined, null, "", "   ", 7, {}])("the message %j is refused", (message) => {
  expect(refused({ message })).toEqual(["message"]);
});

test("a message of 2000 characters is kept whole, a longer one is cut rather than lost", () => {
  expect(takeMessageArgs.parse({ message: "x".repeat(2001) }).message).toHaveLength(2000);
  expect(takeMessageArgs.parse({ message: "x".repeat(2000) }).message).toHaveLength(2000);
});

test("a call-back number may come as a number, and what is empty is left out", () => {
  const args = { message: "Hello", callback_number: 5205550161, caller_name: " ", confirmation_number: "{{x}}" };
  expect(takeMessageArgs.parse(args)).toEqual({ message: "Hello", category: "message", callback_number: "5205550161" });
});
