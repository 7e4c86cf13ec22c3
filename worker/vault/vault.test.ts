import { env } from "cloudflare:test";
import { base64url, CompactEncrypt, CompactSign } from "jose";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  OTHER_TRUNK,
  OURS,
  opened,
  placesInKv,
  ROTATED,
  secretRows,
  THEIRS,
  TRUNK,
  twoAccounts,
  vault,
} from "../testing/vault.ts";
import { forgetSecret, sealSecret } from "./seal.ts";
import { SecretLostError } from "./secret-lost.ts";
import { withSecret } from "./with-secret.ts";

const KEY = base64url.decode("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"); // the tests' KEK_2026a
const LOST = { status: 409, code: "secret_key_lost", message: expect.stringContaining("Enter it again") };

beforeEach(() => twoAccounts());

describe("a secret", () => {
  it("opens for its company and record", async () => {
    await sealSecret(OURS, vault(), TRUNK, "päss wörd");
    expect(await opened()).toBe("päss wörd");
    expect(await opened(vault(), OURS, OTHER_TRUNK)).toBeNull();
    expect(await opened(vault(), THEIRS)).toBeNull();
  });

  it("is sealed differently each time, and only the latest one is kept", async () => {
    const first = await sealed("same");
    expect(await sealed("same")).not.toBe(first);
    expect(await placesInKv()).toHaveLength(1);
    expect(await secretRows()).toHaveLength(1);
  });

  it("is a compact JWE by direct AES-256-GCM with the name of its key, and neither it nor D1 holds the plain text", async () => {
    const jwe = await sealed("canary-at-rest");
    const [header = "", encryptedKey] = jwe.split(".");
    expect(JSON.parse(new TextDecoder().decode(base64url.decode(header)))).toEqual({
      alg: "dir",
      enc: "A256GCM",
      kid: "2026a",
      sub: OURS.userId,
      record: "sip/trunk",
      place: (await placesInKv())[0],
    });
    expect(encryptedKey).toBe("");
    expect(jwe + JSON.stringify(await secretRows())).not.toContain("canary-at-rest");
  });

  it("is forgotten", async () => {
    await sealed("ours");
    await forgetSecret(OURS, vault(), TRUNK);
    expect(await opened()).toBeNull();
    expect([await placesInKv(), await secretRows()]).toEqual([[], []]);
  });

  it("is still found when it is replaced during the look-up", async () => {
    await sealed("old");
    const [old = ""] = await placesInKv();
    const kv = withGet(async (place) => {
      if (place === old) await sealSecret(OURS, vault(), TRUNK, "new"); // just before KV is asked
      return env.KV.get(place);
    });
    expect(await opened(vault({}, { kv }))).toBe("new");
  });

  it("is given only to the callback, which cannot return a string", async () => {
    await sealed("ours");
    expect(await withSecret(OURS, vault(), TRUNK, async ({ length }) => length)).toBe(4);
    // @ts-expect-error a string could be the secret itself
    await withSecret(OURS, vault(), TRUNK, async (secret) => secret);
  });
});

describe("a secret that was tampered with does not open, and the operator is told to enter it again", () => {
  it.each([
    ["moved to another company", THEIRS, TRUNK],
    ["moved to another record", OURS, OTHER_TRUNK],
  ])("%s", async (_, scope, record) => {
    const jwe = await sealed("ours");
    await sealSecret(scope, vault(), record, "theirs");
    const place = (await placesInKv()).find((name) => name.includes(`${scope.userId}/sip/${record.id}/`)) ?? "";
    await env.KV.put(place, jwe);
    await expect(opened(vault(), scope, record)).rejects.toMatchObject({ ...LOST, reason: "not_its_place" });
  });

  it("copied to another place of its own record, so an old password does not come back", async () => {
    const old = await sealed("old");
    await sealed("new");
    await swapFor(old);
    await expect(opened()).rejects.toMatchObject({ ...LOST, reason: "not_its_place" });
  });

  it("with its header rewritten for another company", async () => {
    const [header = "", ...rest] = (await sealed("ours")).split(".");
    await sealSecret(THEIRS, vault(), TRUNK, "theirs");
    const place = (await placesInKv()).find((name) => name.includes(THEIRS.userId)) ?? "";
    const claims = JSON.parse(new TextDecoder().decode(base64url.decode(header)));
    const forged = base64url.encode(JSON.stringify({ ...claims, sub: THEIRS.userId, place }));
    await env.KV.put(place, [forged, ...rest].join("."));
    await expect(opened(vault(), THEIRS)).rejects.toMatchObject({ ...LOST, reason: "not_intact" });
  });

  it.each([1, 2, 3, 4])("with one bit of part %i flipped, or the part removed", async (part) => {
    const parts = (await sealed("ours")).split(".");
    const bytes = base64url.decode(parts[part] || "AA");
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    for (const changed of [base64url.encode(bytes), ""]) {
      if (changed === parts[part]) continue;
      await swapFor(parts.with(part, changed).join("."));
      await expect(opened()).rejects.toMatchObject({ ...LOST, reason: "not_intact" });
    }
  });

  it("with its key's name replaced by that of another existing key", async () => {
    const [header = "", ...rest] = (await sealed("ours")).split(".");
    const claims = JSON.parse(new TextDecoder().decode(base64url.decode(header)));
    await swapFor([base64url.encode(JSON.stringify({ ...claims, kid: "2026b" })), ...rest].join("."));
    await expect(opened(vault(ROTATED))).rejects.toMatchObject({ ...LOST, reason: "not_intact" });
    await env.DB.exec("UPDATE sealed_secrets SET kid = '2026b'"); // even if D1 is made to agree
    await expect(opened(vault(ROTATED))).rejects.toMatchObject({ ...LOST, reason: "not_intact" });
  });

  it.each([
    ["another way to wrap the key", (place: string) => encrypted(place, { alg: "A256KW", enc: "A256GCM" })],
    [
      "a password instead of the key",
      (place: string) => encrypted(place, { alg: "PBES2-HS256+A128KW", enc: "A256GCM" }),
    ],
    ["a weaker cipher", (place: string) => encrypted(place, { alg: "dir", enc: "A128GCM" }, KEY.slice(0, 16))],
    ["a cipher of the same key length", (place: string) => encrypted(place, { alg: "dir", enc: "A128CBC-HS256" })],
    ["a signature instead of a seal", (place: string) => signed(place)],
    ["no seal at all", async () => `${base64url.encode('{"alg":"none","kid":"2026a"}')}..${base64url.encode("ours")}.`],
    ["plain text", async () => "ours"],
    ["nothing", async () => ""],
  ])("%s, made by somebody who has the key", async (_, made) => {
    await sealed("ours");
    const [place = ""] = await placesInKv();
    await swapFor(await made(place));
    await expect(opened()).rejects.toMatchObject({ ...LOST, reason: "not_intact" });
  });
});

describe("a key", () => {
  it("that is lost is reported to the operator and named in the log, and another password can be entered", async () => {
    await sealed("ours");
    const log = vi.spyOn(console, "log");
    const without = vault({ ...ROTATED, KEK_2026a: undefined });
    await expect(opened(without)).rejects.toBeInstanceOf(SecretLostError);
    await expect(opened(without)).rejects.toMatchObject({ ...LOST, reason: "key_gone" });
    expect(log.mock.lastCall?.join()).toContain(`"tenant":"${OURS.userId}","reason":"key_gone","kid":"2026a"`);
    log.mockRestore();
    await sealSecret(OURS, without, TRUNK, "entered again");
    expect(await opened(without)).toBe("entered again");
  });

  it("that was replaced under the same name counts as lost", async () => {
    await sealed("ours");
    await expect(opened(vault({ KEK_2026a: ROTATED.KEK_2026b }))).rejects.toMatchObject(LOST);
  });

  it("is asked for when none is set, because entering the password again would not help", async () => {
    await sealed("ours");
    const none = vault({ KEK_CURRENT: undefined, KEK_2026a: undefined });
    await expect(opened(none)).rejects.toMatchObject({ status: 503, code: "not_configured" });
    await expect(sealSecret(OURS, none, TRUNK, "x")).rejects.toMatchObject({ status: 503, code: "not_configured" });
    for (const KEK_2026a of ["too-short", "not base64url!"]) {
      await expect(opened(vault({ KEK_2026a }))).rejects.toThrow("KEK_2026a is not 32 bytes");
    }
  });

  it("that is no longer current still opens what it sealed", async () => {
    await sealed("kept");
    expect(await opened(vault(ROTATED))).toBe("kept");
    for (const KEK_CURRENT of [undefined, "gone"]) expect(await opened(vault({ KEK_CURRENT }))).toBe("kept");
  });
});

it("a secret whose value is gone is reported as lost", async () => {
  await sealed("ours");
  for (const place of await placesInKv()) await env.KV.delete(place);
  await expect(opened()).rejects.toMatchObject({ ...LOST, reason: "value_gone" });
});

it("a password that KV does not show yet is reported missing, and no older one is used instead", async () => {
  await sealSecret(OURS, vault({}, { now: () => 1 }), TRUNK, "old");
  const [old = ""] = await placesInKv();
  const kept = await env.KV.get(old);
  await sealSecret(OURS, vault({}, { now: () => 2 }), TRUNK, "new");
  for (const place of await placesInKv()) await env.KV.delete(place);
  await env.KV.put(old, kept ?? "", { metadata: { sealed_at: 1 } }); // KV does not show its removal yet either
  await expect(opened()).rejects.toMatchObject({ ...LOST, reason: "value_gone" });
});

it("after D1 is restored to an earlier point, a record's newest password is found", async () => {
  await sealed("old");
  const rows = await env.DB.prepare("SELECT * FROM sealed_secrets").raw();
  await sealSecret(OURS, vault(ROTATED), TRUNK, "new");
  await env.DB.exec("DELETE FROM sealed_secrets");
  const restore = env.DB.prepare("INSERT INTO sealed_secrets VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  await env.DB.batch(rows.map((row) => restore.bind(...(row as unknown[]))));
  expect(await opened(vault(ROTATED))).toBe("new");
  await forgetSecret(OURS, vault(ROTATED), TRUNK);
  expect(await placesInKv()).toEqual([]);
});

/** Seals for our trunk and returns what KV holds. */
async function sealed(secret: string): Promise<string> {
  await sealSecret(OURS, vault(), TRUNK, secret);
  const [place = ""] = (await placesInKv()).filter((name) => name.startsWith(`secret/${OURS.userId}/sip/trunk/`));
  return (await env.KV.get(place)) ?? "";
}

async function swapFor(value: string): Promise<void> {
  const [place = ""] = await placesInKv();
  await env.KV.put(place, value);
}

function claims(place: string) {
  return { kid: "2026a", sub: OURS.userId, record: "sip/trunk", place };
}

function encrypted(place: string, how: { alg: string; enc: string }, key = KEY): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode("ours"))
    .setProtectedHeader({ ...how, ...claims(place) })
    .encrypt(key);
}

function signed(place: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode("ours"))
    .setProtectedHeader({ alg: "HS256", ...claims(place) })
    .sign(KEY);
}

function withGet(get: (place: string) => Promise<string | null>): KVNamespace {
  return { get, list: env.KV.list.bind(env.KV) } as unknown as KVNamespace;
}
