import Telnyx from "telnyx";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../server.ts";

// The vendor's own client against the stand-in.

const NUMBER = "+15205550170";
let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, apiKey: "key" });
  await fetch(`${emulator.url}/emulator/telnyx/accounts/one`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ api_key: "right", numbers: [{ phone_number: NUMBER }, { phone_number: "+15205550171" }] }),
  });
});

afterEach(() => emulator.close());

const client = (apiKey = "right") => new Telnyx({ apiKey, baseURL: `${emulator.url}/telnyx/v2`, maxRetries: 0 });

it("finds a number by its digits alone, and puts it on an application", async () => {
  const { phoneNumbers, texmlApplications } = client();
  expect((await phoneNumbers.list({ filter: { phone_number: NUMBER } })).data, "with a plus").toEqual([]);
  const { data } = await phoneNumbers.list({ filter: { phone_number: NUMBER.slice(1) } });
  const id = data[0]?.id ?? "";
  const { data: made } = await texmlApplications.create({
    friendly_name: "Ours",
    voice_url: "https://a.example/voice",
  });
  await phoneNumbers.update(id, { connection_id: made?.id ?? "" });
  expect((await phoneNumbers.retrieve(id)).data).toMatchObject({ phone_number: NUMBER, connection_id: made?.id });
  await expect(texmlApplications.delete(made?.id ?? "")).rejects.toMatchObject({ status: 422 });
  await phoneNumbers.update(id, { connection_id: "" });
  expect((await phoneNumbers.retrieve(id)).data).toMatchObject({ connection_id: null });
  await texmlApplications.delete(made?.id ?? "");
});

it("forwards on failure", async () => {
  const { data } = await client().phoneNumbers.list();
  const call_forwarding = {
    call_forwarding_enabled: true,
    forwards_to: NUMBER,
    forwarding_type: "on-failure",
  } as const;
  const voice = await client().phoneNumbers.voice.update(data[0]?.id ?? "", { call_forwarding });
  expect(voice.data).toMatchObject({ call_forwarding });
});

it("refuses a wrong key and a number that it does not know, as Telnyx does", async () => {
  await expect(client("wrong").phoneNumbers.list()).rejects.toMatchObject({
    status: 401,
    error: { errors: [{ code: "10009" }] },
  });
  await expect(client().phoneNumbers.retrieve("none")).rejects.toMatchObject({
    status: 404,
    error: { errors: [{ code: "10005" }] },
  });
});
