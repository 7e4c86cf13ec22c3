import { afterEach, expect } from "vitest";

const ask = globalThis.fetch; // a test may put something in its place

// A test that tolerates errors from Retell would not notice that its request was wrong.
afterEach(async () => {
  const wrong = await (await ask("http://referee.test/")).json();
  expect(wrong, "what Retell's OpenAPI document does not allow").toEqual([]);
});
