import twilio from "twilio";
import { afterEach, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../server.ts";

// The vendor's own client; only the address of its requests is changed.

const SID = `AC${"1".repeat(32)}`;
const KEY = `SK${"2".repeat(32)}`;
const NUMBER = "+15205550170";
let emulator: Emulator;

afterEach(() => emulator.close());

async function client(account: object = {}, secret = "right") {
  emulator = await startEmulator({ port: 0, apiKey: "key" });
  await fetch(`${emulator.url}/emulator/twilio/accounts/${SID}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      api_key_sid: KEY,
      api_key_secret: "right",
      numbers: [{ phone_number: NUMBER, trunk_sid: "TK1" }, { phone_number: "+15205550171" }],
      ...account,
    }),
  });
  const there = new twilio.RequestClient();
  const here = {
    request: (options: Parameters<typeof there.request>[0]) =>
      there.request({ ...options, uri: options.uri.replace(/^https:\/\/\w+\.twilio\.com/, `${emulator.url}/twilio`) }),
  } as unknown as typeof there;
  return twilio(KEY, secret, { accountSid: SID, httpClient: here });
}

const refusal = (status: number, code: number) => expect.objectContaining({ status, code });

it("lists numbers, and an application takes a number off its trunk, and the other way round", async () => {
  const { incomingPhoneNumbers } = await client();
  const [number, ...others] = await incomingPhoneNumbers.list({ phoneNumber: NUMBER });
  expect(others).toEqual([]);
  expect(number).toMatchObject({ phoneNumber: NUMBER, trunkSid: "TK1", voiceUrl: "", voiceMethod: "POST" });
  const one = incomingPhoneNumbers(number?.sid ?? "");
  await one.update({ voiceApplicationSid: "AP1", voiceUrl: "https://a.example" });
  expect(await one.fetch()).toMatchObject({
    trunkSid: null,
    voiceApplicationSid: "AP1",
    voiceUrl: "https://a.example",
  });
  await one.update({ trunkSid: "TK2" });
  expect(await one.fetch()).toMatchObject({ trunkSid: "TK2", voiceApplicationSid: "" });
  await expect(one.update({ voiceUrl: "not an address" })).rejects.toEqual(refusal(400, 21402));
});

it("makes, lists and deletes Studio flows", async () => {
  const { studio } = await client();
  const definition = { states: [{ name: "Trigger", type: "trigger" }], initial_state: "Trigger" };
  const flow = await studio.v2.flows.create({ friendlyName: "Ours", status: "published", definition });
  expect(flow.webhookUrl).toMatch(/^https:\/\/webhooks\.twilio\.com\/.+\/FW/);
  expect((await studio.v2.flows.list()).map(({ friendlyName }) => friendlyName)).toEqual(["Ours"]);
  const changed = await studio.v2.flows(flow.sid).update({ status: "published", definition });
  expect([changed.revision, changed.webhookUrl]).toEqual([2, flow.webhookUrl]);
  await studio.v2.flows(flow.sid).remove();
  await expect(studio.v2.flows(flow.sid).remove()).rejects.toEqual(refusal(404, 20404));
  await expect(studio.v2.flows.create({ friendlyName: "Ours", status: "published", definition: {} })).rejects.toEqual(
    refusal(400, 60001),
  );
});

it.each([
  ["a wrong secret", {}, "wrong", 401, 20003],
  ["a suspended account", { status: "suspended" }, "right", 403, 20005],
  ["a restricted key", { permissions: ["flows"] }, "right", 403, 20403],
])("refuses %s as Twilio does", async (_, account, secret, status, code) => {
  const { incomingPhoneNumbers } = await client(account, secret);
  await expect(incomingPhoneNumbers.list()).rejects.toEqual(refusal(status, code));
});

it("is too busy when it is told to be", async () => {
  const { incomingPhoneNumbers } = await client();
  const rules = [{ where: "rest", match: "GET /twilio/2010-04-01", times: 1, kind: "429" }];
  await fetch(`${emulator.url}/emulator/faults`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rules),
  });
  await expect(incomingPhoneNumbers.list()).rejects.toEqual(refusal(429, 20429));
  expect(await incomingPhoneNumbers.list()).toHaveLength(2);
});
