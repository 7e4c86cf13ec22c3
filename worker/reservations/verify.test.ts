import { describe, expect, it, test } from "vitest";
import type { Match } from "./store/lookups.ts";
import type { Demand } from "./verification-rules.ts";
import { allowedMatches, detailsThatCount, offeredDetails, type Said } from "./verify.ts";

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
const ONE: Demand = { details: 1, dates: true };
const TWO: Demand = { details: 2, dates: true };
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
    ["its day beside its telephone alone", { telephone: "+16025550171", pickupDays: [{ month: 12, day: 5 }] }, []],
    ["its day beside another number", { confirmationKeys: ["R2"], pickupDays: [{ month: 12, day: 5 }] }, []],
    [
      "the number they call from, said as well",
      { confirmationKeys: ["R1"], callerId: "+16025550171", telephone: "+16025550171" },
      ["caller_id"],
    ],
    [
      "three details",
      { confirmationKeys: ["R1"], telephone: "+16025550172", lastName: "Quill", pickupDays: [{ month: 12, day: 5 }] },
      ["telephone", "last_name", "pickup_date"],
    ],
    ["another day", { confirmationKeys: ["R1"], pickupDays: [{ month: 12, day: 6 }] }, []],
  ])("%s", (_, said, details) => expect(counted(said)).toEqual(details));

  it("is not a telephone that is on the bookings of many passengers, such as a hotel's desk", () => {
    const said = { confirmationKeys: ["R1"], telephone: "+16025550171" };
    const others = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ ...ADA, confirmationKey: `H${i}`, customerName: `Guest Number${i}` }));
    expect(counted(said, [ADA, ...others(2)])).toEqual(["telephone"]);
    expect(counted(said, [ADA, ...others(3)])).toEqual([]);
    const from = { callerId: "+16025550171", telephone: "+16025550171" };
    expect(counted(from, [ADA, ...others(2)])).toEqual(["caller_id"]);
    expect(counted(from, [ADA, ...others(3)])).toEqual([]);
  });

  const KEY = "QUILL20311205555017";
  const tells = { ...ADA, confirmationKey: KEY, phoneE164: "+16025550171" };
  it.each<[string, Partial<Said>]>([
    ["the day that is in its number", { pickupDays: [{ month: 12, day: 5 }] }],
    ["the name that is in its number", { lastName: "Quill" }],
    ["the telephone that is in its number", { telephone: "+16025550171" }],
  ])("is not %s", (_, said) => {
    const all = { ...NOTHING, confirmationKeys: [KEY], ...said };
    expect(detailsThatCount(tells, all, { timezone: ZONE, found: [tells] })).toEqual([]);
    expect(offeredDetails(all, ONE)).toEqual([]);
  });

  it("is a name that is in the number, if nobody said the number", () => {
    const said = { ...NOTHING, telephone: "+16025550171", lastName: "Quill" };
    expect(detailsThatCount(tells, said, { timezone: ZONE, found: [tells] })).toEqual(["last_name"]);
  });
});

describe("a booking is told", () => {
  const heard = (demand: Demand, said: Partial<Said>) =>
    allowedMatches(demand, [ADA], { ...NOTHING, confirmationKeys: ["R1"], ...said }, ZONE).length > 0;

  it("for its number alone only if no detail is demanded", () => {
    expect(heard({ details: 0, dates: true }, {})).toBe(true);
    expect(heard(ONE, {})).toBe(false);
  });

  it("for as many details as are demanded, or a call from its phone", () => {
    expect(heard(ONE, { lastName: "Quill" })).toBe(true);
    expect(heard(TWO, { lastName: "Quill" })).toBe(false);
    expect(heard(TWO, { lastName: "Quill", telephone: "+16025550171" })).toBe(true);
    expect(heard(TWO, { callerId: "+16025550171" })).toBe(true);
  });

  it("for a date only while dates count", () => {
    const day = { pickupDays: [{ month: 12, day: 5 }] };
    expect(heard(ONE, day)).toBe(true);
    expect(heard({ details: 1, dates: false }, day)).toBe(false);
    expect(heard({ details: 2, dates: false }, { ...day, lastName: "Quill" })).toBe(false);
  });
});

test.each<[Partial<Said>, string[]]>([
  [{ confirmationKeys: ["R1"] }, []],
  [{ telephone: "+16025550171" }, []],
  [{ callerId: "+16025550171", confirmationKeys: ["R1"] }, []],
  [{ telephone: "+16025550171", pickupDays: [{ month: 1, day: 1 }] }, []],
  [{ confirmationKeys: ["R1"], telephone: "+16025550171" }, ["telephone"]],
  [{ lastName: "Quill" }, ["last_name"]],
  [{ confirmationKeys: ["R1"], pickupDays: [{ month: 1, day: 1 }] }, ["pickup_date"]],
])("%j offers %j", (said, offered) => {
  expect(offeredDetails({ ...NOTHING, ...said }, ONE)).toEqual(offered);
});
