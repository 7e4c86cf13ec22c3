import { expect, test } from "vitest";
import { assertTrunk } from "./assert-trunk.ts";
import { providerProblem } from "./trunk-address.ts";

test.each([
  ["twilio", "203.0.113.7"],
  ["twilio", "desert.example.com"],
  ["twilio", "pstn.twilio.com"],
  ["twilio", "desert.pstn.twilio.com.example.com"],
  ["twilio", "sip.telnyx.com"],
  ["telnyx", "desert.pstn.twilio.com"],
  ["vonage", "sip.telnyx.com"],
])("a trunk of %s is not at %s", (provider, address) => {
  expect(providerProblem(provider, address)).toMatch(/provider|pstn/);
});

test.each([
  ["twilio", "desert.pstn.twilio.com"],
  ["twilio", "desert.pstn.dublin.twilio.com:5061"],
  ["telnyx", "sip.telnyx.com"],
  ["telnyx", "203.0.113.7"],
  ["other", "203.0.113.7"],
  ["other", "desert.pstn.twilio.com"],
  [null, "trunk.example.com"],
  ["twilio", null],
])("a trunk of %s may be at %s", (provider, address) => {
  expect(providerProblem(provider, address)).toBeNull();
});

test("a trunk is not at our own address", () => {
  const services = { settings: { PUBLIC_URL: "https://nightdesk.example.com" } };
  expect(() => assertTrunk(services, "other", "nightdesk.example.com:5060")).toThrow("Some fields are not valid");
  expect(() => assertTrunk(services, "other", "trunk.example.com")).not.toThrow();
});
