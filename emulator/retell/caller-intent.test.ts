import { describe, expect, it } from "vitest";
import { hear } from "./caller-intent.ts";
import { findDate } from "./pickup-date.ts";

describe("a caller's line", () => {
  it.each([
    ["My confirmation number is R E S, 20261123 dash 1.", "R E S, 20261123 dash 1"],
    ["RES-20261205-0001", "RES-20261205-0001"],
    ["it's res-20261205-0001 please", "res-20261205-0001"],
    ["The booking number is five zero two one zero", "five zero two one zero"],
    ["50210", "50210"],
    ["five o seven", "five o seven"],
    ["My confirmation number is R E S dash to zero for six.", "R E S dash to zero for six"],
    ["The booking number is five hundred and seven, no, sorry, 508", "five hundred and seven, no, sorry, 508"],
    ["Mi número de reserva es cinco cero siete", "cinco cero siete"],
    ["What is it for two people?", null],
    ["Could you look up reservation number 50210 for me?", "50210"],
    ["I don't have my confirmation number", null],
    ["I'm on flight AA 1207", null],
    ["My phone number is 602 555 0101", null],
    ["What is the status of my reservation?", null],
  ])("%s: confirmation %s", (line, confirmation) => {
    expect(hear(line).confirmation).toBe(confirmation);
  });

  it.each([
    ["My phone is (602) 555-0101.", "6025550101"],
    ["call me on +1 602-555-0101", "16025550101"],
    ["six oh two, five five five, zero one zero one", "6025550101"],
    ["six o two, five five five, o one o one", "6025550101"],
    ["My phone is six oh two, triple five, oh one hundred", "six oh two, triple five, oh one hundred"],
    ["RES-20261205-0001", null],
    ["in 10 minutes", null],
  ])("%s: telephone %s", (line, telephone) => {
    expect(hear(line).telephone).toBe(telephone);
  });

  it.each([
    ["What terminal is that?", { topic: "terminal", wants: null }],
    ["Who is my driver?", { topic: "driver", wants: null }],
    ["Can I talk to the driver?", { wants: "driver" }],
    ["I want to speak to someone", { wants: "office" }],
    ["Please cancel my ride", { category: "cancellation" }],
    ["I left my bag in the van", { category: "lost_item" }],
    ["I need to change my pick-up time", { category: "change_request" }],
    ["Where is my driver?", { category: "late_driver" }],
    ["There has been an accident", { emergency: true }],
    ["That's all, goodbye", { bye: true }],
    ["My last name is Nguyễn", { lastName: "Nguyễn" }],
    ["How many passengers are on it?", { topic: "passengers" }],
    ["Are you open on Sunday?", { topic: "hours" }],
  ])("%s", (line, heard) => {
    expect(hear(line)).toMatchObject(heard);
  });
});

it("understands the day a caller names, in the company's zone", () => {
  const evening = Date.parse("2026-11-23T05:00:00Z"); // still the 22nd in Phoenix
  const day = (line: string) => findDate(line, evening, "America/Phoenix");
  expect(day("tomorrow")).toBe("2026-11-23");
  expect(day("on November 28th")).toBe("2026-11-28");
  expect(day("January 3rd")).toBe("2027-01-03");
  expect(day("2026-12-01")).toBe("2026-12-01");
  expect(day("soon")).toBeNull();
});

it.each([
  "day after tomorrow",
  "next Monday",
  "in two days",
  "the fifth",
  "December fifth",
  "pasado mañana",
  "el viernes",
])("passes on in the caller's words what only the company's calendar can tell: %s", (said) =>
  expect(findDate(`It is ${said}, I think`, Date.parse("2026-11-23T05:00:00Z"), "America/Phoenix")).toBe(said),
);

it("knows no day if none is said", () => {
  expect(findDate("What is it for two people?", 0, "UTC")).toBeNull();
});
