import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import type { Bindings } from "../env.ts";
import { readSettings } from "../env.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { forgetSecret, sealSecret } from "./seal.ts";
import { withSecret } from "./with-secret.ts";

const OURS = scopeOfAccount({ id: "11111111-1111-4111-8111-111111111111" });
const THEIRS = scopeOfAccount({ id: "22222222-2222-4222-8222-222222222222" });
const TRUNK = { kind: "sip", id: "trunk" } as const;
const OTHER_TRUNK = { kind: "sip", id: "other-trunk" } as const;
const place = (scope: { userId: string }, { id }: { id: string }) => `secret/${scope.userId}/sip/${id}`;

function vault(more: Record<string, unknown> = {}) {
  return { kv: env.KV, settings: readSettings({ ...env, ...more } as unknown as Bindings) };
}

const open = (scope = OURS, record: typeof TRUNK | typeof OTHER_TRUNK = TRUNK, keys = vault()) =>
  withSecret(scope, keys, record, async (secret) => secret);

it("opens for its company and record what was sealed for them", async () => {
  await sealSecret(OURS, vault(), TRUNK, "päss wörd");
  expect(await open()).toBe("päss wörd");
  expect(await open(OURS, OTHER_TRUNK)).toBeNull();
});

it("seals the same secret differently each time", async () => {
  await sealSecret(OURS, vault(), TRUNK, "same");
  const first = await env.KV.get(place(OURS, TRUNK));
  await sealSecret(OURS, vault(), TRUNK, "same");
  expect(await env.KV.get(place(OURS, TRUNK))).not.toBe(first);
});

it("does not open a secret that was copied to another company or another record", async () => {
  await sealSecret(OURS, vault(), TRUNK, "ours");
  const sealed = (await env.KV.get(place(OURS, TRUNK))) ?? "";
  await env.KV.put(place(THEIRS, TRUNK), sealed);
  await env.KV.put(place(OURS, OTHER_TRUNK), sealed);
  await expect(open(THEIRS)).rejects.toThrow("sealed for something else");
  await expect(open(OURS, OTHER_TRUNK)).rejects.toThrow("sealed for something else");
});

it("does not open a secret whose header was rewritten for another company", async () => {
  await sealSecret(OURS, vault(), TRUNK, "ours");
  const [header = "", ...rest] = ((await env.KV.get(place(OURS, TRUNK))) ?? "").split(".");
  const claims = {
    ...JSON.parse(atob(header.replace(/-/g, "+").replace(/_/g, "/"))),
    sub: THEIRS.userId,
    place: place(THEIRS, TRUNK),
  };
  const forged = btoa(JSON.stringify(claims)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  await env.KV.put(place(THEIRS, TRUNK), [forged, ...rest].join("."));
  await expect(open(THEIRS)).rejects.toThrow(/decryption/);
});

it("goes on opening old secrets after the key is rotated, seals them anew, and then does without the old key", async () => {
  await sealSecret(OURS, vault(), TRUNK, "kept");
  const rotated = { KEK_CURRENT: "2026b", KEK_2026b: "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA" };
  expect(await open(OURS, TRUNK, vault(rotated))).toBe("kept");
  expect(await open(OURS, TRUNK, vault({ ...rotated, KEK_2026a: undefined }))).toBe("kept");
});

it("opens a secret although it cannot be sealed anew", async () => {
  await sealSecret(OURS, vault(), TRUNK, "kept");
  for (const KEK_CURRENT of [undefined, "gone"]) expect(await open(OURS, TRUNK, vault({ KEK_CURRENT }))).toBe("kept");
  const readOnly = { ...vault({ KEK_CURRENT: "2026b", KEK_2026b: "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA" }) };
  const kv = { get: (key: string) => env.KV.get(key), put: () => Promise.reject(new Error("KV is down")) };
  expect(await open(OURS, TRUNK, { ...readOnly, kv: kv as unknown as KVNamespace })).toBe("kept");
});

it("says which key is missing", async () => {
  await sealSecret(OURS, vault(), TRUNK, "ours");
  await expect(open(OURS, TRUNK, vault({ KEK_2026a: undefined }))).rejects.toThrow("KEK_2026a is not set");
});

it("forgets", async () => {
  await sealSecret(OURS, vault(), TRUNK, "ours");
  await forgetSecret(OURS, vault(), TRUNK);
  expect(await open()).toBeNull();
});
