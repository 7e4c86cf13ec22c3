import { describe, expect, it } from "vitest";
import { decideRoute } from "./decide.ts";

const officePhone = "+15205550100";
const office = { route: "office", ringSeconds: 15, onNoAnswer: "agent" };
const agent = { route: "agent" };

describe("a call to the company's number", () => {
  it.each([
    ["always", true, agent],
    ["always", false, agent],
    ["after_hours", true, office],
    ["after_hours", false, agent],
    ["overflow", true, office],
    ["overflow", false, office],
  ] as const)("in %s mode with the office open: %s goes where the table says", (forwardingMode, open, route) => {
    expect(decideRoute({ forwardingMode, open, officePhone, ringSeconds: 15 })).toEqual(route);
  });

  it.each([null, "", "  "])("goes to the agent when the office has no phone (%j)", (none) => {
    expect(decideRoute({ forwardingMode: "overflow", open: true, officePhone: none })).toEqual(agent);
    expect(decideRoute({ forwardingMode: "after_hours", open: true, officePhone: none })).toEqual(agent);
  });

  it("rings the office for 20 seconds unless the operator chose otherwise", () => {
    expect(decideRoute({ forwardingMode: "overflow", open: true, officePhone })).toMatchObject({ ringSeconds: 20 });
  });
});
