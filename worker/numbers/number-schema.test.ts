import { expect, test } from "vitest";
import { newNumber } from "./number-schema.ts";

test("a number is enough; the trunk can come later", () => {
  expect(newNumber.parse({ phone_number: "(520) 555-0142" })).toEqual({ phone_number: "+15205550142" });
});

test("the trunk's address is kept as a bare host", () => {
  const number = newNumber.parse({
    phone_number: "+15205550142",
    label: " Airport line ",
    sip_trunk_uri: "sip:Desert.pstn.twilio.com",
    sip_trunk_provider: "twilio",
    sip_username: "desk",
    sip_password: " keep my spaces ",
  });
  expect(number).toMatchObject({
    label: "Airport line",
    sip_trunk_uri: "desert.pstn.twilio.com",
    sip_password: " keep my spaces ",
  });
});

test.each([
  ["phone_number", ""],
  ["phone_number", "12345"],
  ["label", "x".repeat(61)],
  ["sip_trunk_uri", "not a host"],
  ["sip_trunk_uri", "localhost"],
  ["sip_trunk_uri", "https://desert.pstn.twilio.com"],
  ["sip_trunk_provider", "acme"],
  ["sip_password", "x".repeat(201)],
])("a number with %s = %j is refused by name", (field, value) => {
  const { error } = newNumber.safeParse({ phone_number: "+15205550142", [field]: value });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});
