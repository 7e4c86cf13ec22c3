import { expect, it } from "vitest";
import { easyBecause } from "./easy-password.ts";

const CHOOSER = { email: "rosa.vega@desertrides.example", name: "Rosa Vega", company: "Sun City Express" };

it.each([
  "nightdesk1",
  "my-Nightdesk-2027",
  "SunCityExpress1",
  "sun city express!",
  "DesertRides2027",
  "rosavega99",
  "Rosa.Vega.1987",
])("%s names its owner", (password) => {
  expect(easyBecause(password, CHOOSER)?.code).toBe("PASSWORD_NAMES_YOU");
});

it.each([
  "aaaaaaaa",
  "########",
  "zzzzzzzzzzzz",
  "abababab",
  "abcdefgh",
  "hgfedcba",
  "12345678910",
  "qwertyuiop",
  "poiuytre1",
  "Rosa2027!",
  "Express-77-lane",
  "sun2027!!",
  "abcd-1234",
  "river1111",
])("%s is too simple", (password) => {
  expect(easyBecause(password, CHOOSER)?.code).toBe("PASSWORD_TOO_SIMPLE");
});

it.each([
  "vR8#kq2z",
  "correct-horse-battery-staple",
  "sunday-river-blue-47",
  "an-express-to-the-blue-river",
  "1234-blue-river-song",
  "наш-синий-берег-7",
  `${"x".repeat(4)}blue-river-song`,
])("%s is allowed", (password) => {
  expect(easyBecause(password, CHOOSER)).toBeNull();
});

it("knows no company where there is none yet", () => {
  const stranger = { email: "a@b.example", name: null, company: null };
  expect(easyBecause("SunCityExpress1", stranger)).toBeNull();
  expect(easyBecause("nightdesk-1-2-3", stranger)?.code).toBe("PASSWORD_NAMES_YOU");
});

it("says which word to leave out", () => {
  expect(easyBecause("desertrides-47-blue", CHOOSER)?.message).toContain("“desertrides”");
});
