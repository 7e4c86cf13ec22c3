import { describe, expect, it, test } from "vitest";
import type { Match } from "./store/lookups.ts";
import { allowedMatches, detailsThatCount, offeredDetail, type Said } from "./verify.ts";

const ZONE = "America/Phoenix";
const ADA = {
  confirmationNumber: "R-1",
  confirmationKey: "R1",
  customerName: "Ada Quill",
  phoneE164: "+16025550171",
  secondPhoneE164: "+16025550172",
  pickupAt: Date.parse("2031-12-05T14:00:00Z"),
} as Match; // what is not read here may be absent
const NOTHING: Said = { callerId: null, confirmationKeys: [], telephone: null, lastName: null, pickupDays: [] };
const counted = (said: Partial<Said>, found = [ADA]) =>
  detailsThatCount(ADA, { ...NOTHING, ...said }, { timezone: ZONE, found });

describe("what counts for a booking", () => {
  it.each<[string, Partial<Said>, string[]]>([
    ["its number alone", { confirmationKeys: ["R1"] }, []],
    ["its telephone alone, by which it was found", { telephone: "+16025550171" }, []],
    ["its number and its telephone", { confirmationKeys: ["R1"], telephone: "+16025550171" }, ["telephone"]],
    ["its number and its second telephone", { confirmationKeys: ["R1"], telephone: "+16025550172" }, ["telephone"]],
    ["its number and another telephone", { confirmationKeys: ["R1"], telephone: "+16025550199" }, []],
    ["another number and its telephone", { confirmationKeys: ["R2"], telephone: "+16025550171" }, []],
    ["a call from its telephone", { callerId: "+16025550171" }, ["caller_id"]],
    ["its last name", { telephone: "+16025550171", lastName: "Quill" }, ["last_name"]],
    ["a first name", { telephone: "+16025550171", lastName: "Ada" }, []],
    ["its day", { confirmationKeys: ["R1"], pickupDays: [{ month: 12, day: 5 }] }, ["pickup_date"]],
    ["another day", { confirmationKeys: ["R1"], pickupDays: [{ month: 12, day: 6 }] }, []],
  ])("%s", (_, said, details) => expect(counted(said)).toEqual(details));

  it("is no telephone that stands on the bookings of many passengers, such as a hotel's desk", () => {
    const said = { confirmationKeys: ["R1"], telephone: "+16025550171" };
    const others = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ ...ADA, confirmationKey: `H${i}`, customerName: `Guest Number${i}` }));
    expect(counted(said, [ADA, ...others(2)])).toEqual(["telephone"]);
    expect(counted(said, [ADA, ...others(3)])).toEqual([]);
  });
});

test("where the number alone is enough, nothing else is asked", () => {
  expect(allowedMatches("confirmation_only", [ADA], NOTHING, ZONE)).toEqual([ADA]);
  expect(allowedMatches("second_factor", [ADA], NOTHING, ZONE)).toEqual([]);
});

test.each<[Partial<Said>, boolean]>([
  [{ confirmationKeys: ["R1"] }, false],
  [{ telephone: "+16025550171" }, false],
  [{ callerId: "+16025550171", confirmationKeys: ["R1"] }, false],
  [{ confirmationKeys: ["R1"], telephone: "+16025550171" }, true],
  [{ lastName: "Quill" }, true],
  [{ pickupDays: [{ month: 1, day: 1 }] }, true],
])("%j could have proved the caller: %s", (said, offered) => {
  expect(offeredDetail({ ...NOTHING, ...said })).toBe(offered);
});
