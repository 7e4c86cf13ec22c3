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
  ["sip_trunk_uri", "trunk.example.com:99999"],
  ["sip_trunk_uri", "trunk.example.com:0"],
  ["sip_trunk_uri", "sip.retellai.com"],
  ["sip_trunk_uri", "sip:SIP.RetellAI.com:5061"],
  ["sip_trunk_uri", "127.0.0.1"],
  ["sip_trunk_uri", "10.1.2.3:5060"],
  ["sip_trunk_uri", "172.20.0.4"],
  ["sip_trunk_uri", "192.168.0.10"],
  ["sip_trunk_uri", "169.254.169.254"],
  ["sip_trunk_uri", "100.64.0.1"],
  ["sip_trunk_uri", "239.1.1.1"],
  ["sip_trunk_uri", "300.1.1.1"],
  ["sip_trunk_uri", "pbx.office.local"],
  ["sip_trunk_uri", "[2001:db8::1]"],
  ["sip_trunk_uri", "https://desert.pstn.twilio.com"],
  ["sip_trunk_provider", "acme"],
  ["sip_password", "x".repeat(201)],
])("a number with %s = %j is refused by name", (field, value) => {
  const { error } = newNumber.safeParse({ phone_number: "+15205550142", [field]: value });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test.each([
  ["Telefon.Köln.example", "telefon.xn--kln-sna.example"],
  ["sips:zentrale-münchen.example:5061", "xn--zentrale-mnchen-8vb.example:5061"],
  ["203.0.113.7", "203.0.113.7"],
  ["trunk.example.com:65535", "trunk.example.com:65535"],
])("the trunk's address %s is kept as %s", (written, kept) => {
  const number = newNumber.parse({ phone_number: "+15205550142", sip_trunk_uri: written });
  expect(number.sip_trunk_uri).toBe(kept);
});
