import { describe, expect, it } from "vitest";
import { dialString, FORWARDING_LINES, type ForwardingLine, LINE_IDS, telLink } from "./forwarding-lines.ts";

const NUMBER = "+15205550142";
const lines: [string, ForwardingLine][] = LINE_IDS.map((id) => [FORWARDING_LINES[id].name, FORWARDING_LINES[id]]);
const codesOf = ({ all, noAnswer, busy, status }: ForwardingLine) =>
  [all?.on, all?.off, noAnswer?.on, noAnswer?.off, busy?.on, busy?.off, status].filter(
    (code) => typeof code === "string",
  );

describe("forwarding codes", () => {
  it("have the operator's own number filled in, as the line dials it", () => {
    expect(dialString("*72N", NUMBER)).toBe("*725205550142");
    expect(dialString("**61*1N#", NUMBER)).toBe("**61*15205550142#");
    expect(dialString("*73", NUMBER)).toBe("*73");
  });

  it("stay whole in a link: a bare # would be cut off", () => {
    expect(telLink("**61*15205550142#")).toBe("tel:**61*15205550142%23");
    expect(telLink("##21#")).toBe("tel:%23%2321%23");
  });

  it.each(lines)("of %s are dial strings; what switches on names the number, what switches off does not", (_, line) => {
    for (const code of codesOf(line)) {
      expect(dialString(code, NUMBER)).toMatch(/^[*#\d]+$/);
      expect(telLink(dialString(code, NUMBER))).not.toContain("#");
    }
    for (const codes of [line.all, line.noAnswer, line.busy]) {
      if (codes) expect([codes.on.includes("N"), codes.off.includes("N")]).toEqual([true, false]);
    }
  });

  it.each(lines)("of %s name where they were read, and a way where there is no code", (_, line) => {
    expect(line.sources.length).toBeGreaterThan(0);
    expect(codesOf(line).length > 0 || line.notes.length > 0).toBe(true);
  });
});
