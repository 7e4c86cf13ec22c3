import { expect, test } from "vitest";
import { differences } from "./plan.ts";

test("a setting that is already right needs no change", () => {
  const wanted = { voice_id: "a", tools: [{ name: "x", timeout_ms: 1 }], events: ["started"] };
  expect(differences({ ...structuredClone(wanted), last_modification_timestamp: 5 }, wanted)).toEqual([]);
});

test("a changed, a new and a cleared setting are each named", () => {
  expect(
    differences({ voice_id: "a", webhook_url: "old" }, { voice_id: "b", timezone: "UTC", webhook_url: null }),
  ).toEqual([
    { path: "voice_id", before: "a", after: "b" },
    { path: "timezone", before: undefined, after: "UTC" },
    { path: "webhook_url", before: "old", after: null },
  ]);
});

test("settings we do not manage are left alone", () => {
  expect(differences({ voice_id: "a", volume: 2 }, { voice_id: "a" })).toEqual([]);
});

test("a change inside a tool is named by the tool", () => {
  const current = { general_tools: [{ name: "look_up", timeout_ms: 1 }, { name: "end_call" }] };
  const wanted = { general_tools: [{ name: "look_up", timeout_ms: 2 }, { name: "end_call" }] };
  expect(differences(current, wanted, "llm")).toEqual([
    { path: "llm.general_tools.look_up.timeout_ms", before: 1, after: 2 },
  ]);
});

test("a tool that was added or removed is named as a whole", () => {
  const changes = differences({ general_tools: [{ name: "old" }] }, { general_tools: [{ name: "new" }] });
  expect(changes.map(({ path }) => path)).toEqual(["general_tools.new", "general_tools.old"]);
});

test("a header that somebody added to a tool by hand is noticed", () => {
  const current = { general_tools: [{ name: "look_up", headers: { a: "b" } }] };
  expect(differences(current, { general_tools: [{ name: "look_up" }] })).toHaveLength(1);
});

test("settings Retell returns as null or off are the same as not set", () => {
  const current = { tool: { name: "x", enable_typing_sound: false, headers: null } };
  expect(differences(current, { tool: { name: "x" } })).toEqual([]);
});

test("a setting that must be off is not assumed to be off", () => {
  expect(differences({}, { opt_in_signed_url: false })).toHaveLength(1);
  expect(differences({ opt_in_signed_url: true }, { opt_in_signed_url: false })).toHaveLength(1);
});

test("a different order of tools or events is a change", () => {
  const [a, b] = [{ name: "a" }, { name: "b" }];
  expect(differences({ tools: [a, b] }, { tools: [b, a] })).toHaveLength(1);
  expect(differences({ events: ["a", "b"] }, { events: ["b", "a"] })).toHaveLength(1);
});

test("two entries with the same name do not hide each other", () => {
  const current = {
    tools: [
      { name: "a", v: 1 },
      { name: "a", v: 2 },
    ],
  };
  expect(differences(current, { tools: [{ name: "a", v: 2 }] })).toHaveLength(1);
});
