import { expect, test } from "vitest";
import { describeFindings, describeUsage } from "./describe.ts";

test("agreement is reported in one line", () => {
  expect(describeFindings([])).toBe("Both sides agree.");
});

test("every finding names its number, and its company if there is one", () => {
  const ours = {
    id: "n1",
    userId: "u1",
    phoneNumber: "+15205550101",
    status: "connected",
    sipTrunkProvider: "twilio",
    importSentAt: 1,
    revision: 0,
    purchasedAt: null,
  } as const;
  const text = describeFindings([
    { kind: "missing", phoneNumber: "+15205550101", ours },
    { kind: "unknown", phoneNumber: "+15205550102" },
  ]);
  expect(text.split("\n")).toEqual([
    "+15205550101 (company u1): connected here, missing at Retell; the hourly comparison connects it again.",
    "+15205550102: is routed to our agent, but no company has it; remove it at Retell if nobody needs it.",
  ]);
});

test("usage is a table", () => {
  expect(describeUsage([{ day: "2026-11-22", company: "Desert Rides", what: "retell.get", count: 3 }])).toMatch(
    /^2026-11-22\s+3\s+retell\.get\s+Desert Rides$/,
  );
  expect(describeUsage([])).toMatch(/No request/);
});
