import { describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import type { Call } from "./call-object.ts";
import { faultList } from "./faults.ts";
import { recordingUrl } from "./recording-url.ts";
import { openStore } from "./store.ts";

const KEY = "key_test_0123456789abcdef";
const HOST = { origin: "http://emulator.test", apiKey: KEY };
const HEADER = 44;

function callOf(change: Partial<Call> = {}): Call {
  const words = [{ word: "Hello", start: 0.5, end: 1 }];
  return {
    call_type: "phone_call",
    call_id: "call_1",
    agent_id: "agent_1",
    agent_version: 0,
    call_status: "ended",
    from_number: "+16025550123",
    to_number: "+15205550142",
    direction: "inbound",
    data_storage_setting: "everything",
    opt_in_signed_url: true,
    start_timestamp: 0,
    duration_ms: 2000,
    transcript: "",
    transcript_object: [{ role: "agent", content: "Hello", words }],
    transcript_with_tool_calls: [],
    latency: {},
    recording_url: "http://elsewhere.test/of-another-day.wav",
    ...change,
  };
}

function host(call: Call) {
  const store = openStore(undefined);
  store.state.calls.push(call);
  const faults = faultList([]);
  const app = createApp({ store, apiKey: KEY, faults, judged: true, webhookTimeoutMs: 100 }, faults);
  return (url: string, headers: Record<string, string> = {}) => app.request(url, { headers });
}

async function bytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

describe("a recording", () => {
  it("is a WAV file as long as the call, with sound where a word was spoken and silence elsewhere", async () => {
    const call = callOf();
    const sound = await bytes(await host(call)(recordingUrl(call, {}, HOST)));
    const view = new DataView(sound.buffer);
    expect(new TextDecoder().decode(sound.subarray(0, 4))).toBe("RIFF");
    expect([view.getUint32(24, true), view.getUint32(40, true), sound.length]).toEqual([8000, 16_000, HEADER + 16_000]);
    const loud = (from: number, to: number) =>
      sound.subarray(HEADER + from, HEADER + to).some((sample) => sample !== 128);
    expect([loud(0, 4000), loud(4000, 8000), loud(8000, 16_000)]).toEqual([false, true, false]);
  });

  it.each([
    ["bytes=0-3", 206, "bytes 0-3/16044", 4],
    ["bytes=16000-", 206, "bytes 16000-16043/16044", 44],
    ["bytes=-4", 206, "bytes 16040-16043/16044", 4],
    ["bytes=16044-", 416, "bytes */16044", 0],
    ["bytes=oops", 416, "bytes */16044", 0],
  ])("is sent in part when asked for %s", async (range, status, told, length) => {
    const call = callOf();
    const response = await host(call)(recordingUrl(call, {}, HOST), { range });
    expect([response.status, response.headers.get("content-range")]).toEqual([status, told]);
    expect(await bytes(response)).toHaveLength(length);
  });

  it("is refused once its address has expired, with a wrong signature, or while the call is going on", async () => {
    const call = callOf();
    const ask = host(call);
    expect((await ask(recordingUrl(call, { signed_url_expiration_ms: -1 }, HOST))).status).toBe(403);
    expect((await ask(recordingUrl(call, {}, { ...HOST, apiKey: "another" }))).status).toBe(403);
    expect((await ask(`${HOST.origin}/recordings/call_1.wav`)).status).toBe(403);
    const { recording_url: _, ...live } = call;
    expect((await host(live)(recordingUrl(call, {}, HOST))).status).toBe(403);
  });

  it("is open for ever without opt_in_signed_url, unless not everything is stored", async () => {
    const open = callOf({ opt_in_signed_url: false });
    expect((await host(open)(`${HOST.origin}/recordings/call_1.wav`)).status).toBe(200);
    const stripped = callOf({ opt_in_signed_url: false, data_storage_setting: "basic_attributes_only" });
    expect(recordingUrl(stripped, {}, HOST)).toContain("signature=");
  });

  it("gets a fresh address whenever the call is read", async () => {
    const ask = host(callOf());
    const response = await ask(`${HOST.origin}/v2/get-call/call_1`, { authorization: `Bearer ${KEY}` });
    const { recording_url } = (await response.json()) as Call;
    expect(recording_url).toMatch(/^http:\/\/emulator\.test\/recordings\/call_1\.wav\?expires=/);
    expect((await ask(recording_url ?? "")).status).toBe(200);
  });
});
