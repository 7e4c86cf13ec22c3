import { env } from "cloudflare:test";
import Retell from "retell-sdk";
import { symmetric } from "retell-sdk/lib/webhook_auth";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { signedByRetell } from "../retell/signature.ts";
import { fromRetell, KEY, seededDatabase, send } from "../testing/app.ts";

const SIGNED_ROUTES = ["/retell/inbound-webhook", "/retell/tools/check_reservation", "/retell/tools/take_message"];
// A body that each of these routes accepts if it is signed.
const CALL = { from_number: "+16025550100", to_number: "+15206800005" };
const RING = { event: "call_inbound", call_inbound: CALL, message: "Hello" };
const FIVE_MINUTES = 300_000;

// Made with retell-sdk 5.66.1 and checked against node:crypto.
const VECTORS = [
  {
    body: '{"event":"call_inbound","event_timestamp":1780012672105,"call_inbound":{"call_id":"call_12345","agent_id":"agent_12345","agent_version":1,"from_number":"+12137771234","to_number":"+12137771235"}}',
    signature: "v=1780012672105,d=46c1b039c87811c33debfc2189c0f2b89d3ff62781e0ec12a50efec088ae9ebc",
  },
  {
    body: '{"event":"call_ended","call":{"call_id":"call_é漢😊"}}',
    signature: "v=1780012672105,d=25a9eef8d8ddb210c6e6c349e46b53433ee4e53d12b848635a39cf880915c13a",
  },
  { body: "", signature: "v=1780012672105,d=eeb4a20575825ed40788cda11945dee76e6b8b093b4f35d4c9bcf9f2fdf45a05" },
];

beforeAll(() => seededDatabase());

describe("a signature", () => {
  it.each(VECTORS)(
    "from the vendor's own vectors is valid for five minutes either way",
    async ({ body, signature }) => {
      for (const [age, holds] of [
        [0, true],
        [FIVE_MINUTES, true],
        [-FIVE_MINUTES, true],
        [FIVE_MINUTES + 1, false],
        [-FIVE_MINUTES - 1, false],
      ] as const) {
        vi.useFakeTimers({ now: 1780012672105 + age, toFake: ["Date"] });
        expect(await signedByRetell(body, signature, [KEY])).toBe(holds);
        vi.useRealTimers();
      }
    },
  );

  it("made by the real SDK is accepted", async () => {
    const body = JSON.stringify(RING);
    const signature = await Retell.sign(body, KEY);
    expect((await send(await fromRetell("/retell/inbound-webhook", body, { signature }))).status).toBe(200);
  });
});

describe.each(SIGNED_ROUTES)("%s", (route) => {
  const refused = async (request: Request) => {
    const before = await rows();
    const response = await send(request);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: { code: "invalid_signature", request_id: expect.any(String) },
    });
    expect(await rows()).toEqual(before);
  };

  it.each([
    ["none at all", ""],
    ["garbage", "hello"],
    ["no digest", `v=${Date.now()}`],
    ["a digest that is not hex", `v=${Date.now()},d=zz`],
    ["a short digest", `v=${Date.now()},d=abcd`],
    ["a time that is no number", `v=now,d=${"a".repeat(64)}`],
  ])("refuses %s as a signature and does nothing", async (_, signature) => {
    await refused(await fromRetell(route, RING, { signature }));
  });

  it("refuses a signature by another key, an old one, one from the future and one for another body", async () => {
    await refused(await fromRetell(route, RING, { key: "key_of_someone_else" }));
    await refused(await fromRetell(route, RING, { at: Date.now() - FIVE_MINUTES - 1000 }));
    await refused(await fromRetell(route, RING, { at: Date.now() + FIVE_MINUTES + 5000 }));
    const signature = await symmetric.sign(JSON.stringify(RING), KEY);
    await refused(await fromRetell(route, JSON.stringify(RING).replace("0005", "0006"), { signature }));
    await refused(await fromRetell(route, `${JSON.stringify(RING)} `, { signature }));
  });

  it("refuses before it parses: broken JSON is 401 without a signature and 400 with one", async () => {
    await refused(await fromRetell(route, "{broken", { signature: "" }));
    const signed = await send(await fromRetell(route, "{broken"));
    expect(signed.status).toBe(400);
    expect(await signed.json()).toMatchObject({
      error: { code: "invalid_json", message: expect.stringContaining("JSON") },
    });
  });

  it("checks the bytes as they were sent: escapes, accents and a byte order mark verify", async () => {
    const body = `{"to_number":"+15206800005","from_number":"anonymous","message":"a\\/b \\u00e9 é 漢😊"}`;
    expect((await send(await fromRetell(route, body))).status).toBe(200);
    const marked = await send(await fromRetell(route, `\uFEFF${body}`));
    expect(marked.status).toBe(400); // signed, but JSON does not start with a mark
  });

  it("refuses a body of one megabyte with 413, with or without a content-length", async () => {
    const large = JSON.stringify({ ...RING, padding: "x".repeat(1_000_000) });
    const response = await send(await fromRetell(route, large));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: "body_too_large" } });
    const stream = new Blob([large]).stream();
    const unannounced = new Request(`https://nightdesk.example${route}`, { method: "POST", body: stream });
    expect((await send(unannounced)).status).toBe(413);
  });

  it("accepts the previous key during a rotation, until it is removed", async () => {
    const old = await fromRetell(route, RING, { key: "key_test_previous" });
    expect((await send(old.clone())).status).toBe(200);
    expect((await send(old, { RETELL_API_KEY_PREVIOUS: undefined })).status).toBe(401);
  });

  it("trusts nobody when no key is configured", async () => {
    const keyless = { RETELL_API_KEY: undefined, RETELL_API_KEY_PREVIOUS: undefined };
    const response = await send(await fromRetell(route, RING), keyless);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: "not_configured" } });
  });
});

/** Everything a forged call could have written. */
async function rows(): Promise<unknown> {
  const tables = ["inbound_log", "unclaimed_rings", "lookup_misses", "messages", "calls", "call_events"];
  return Promise.all(tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first()));
}
