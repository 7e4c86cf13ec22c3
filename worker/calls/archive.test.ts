import { env, reset } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { scopeOfAccount } from "../tenancy/account.ts";
import { CITY, COAST } from "../testing/operator.ts";
import { forget, keep, readKept } from "./archive.ts";

beforeEach(() => reset());

const city = scopeOfAccount(CITY.user);
const coast = scopeOfAccount(COAST.user);
const place = { shelf: "transcripts" as const, callId: "call_1", name: "call_ended-1" };

const keys = async () => (await env.ARCHIVE.list()).objects.map(({ key }) => key);

it("one company cannot read what another keeps, whatever the call's id", async () => {
  await keep(city, env.ARCHIVE, { ...place, json: '{"said":"hello"}' });
  expect(await readKept(city, env.ARCHIVE, place)).toEqual({ said: "hello" });
  expect(await readKept(coast, env.ARCHIVE, place)).toBeNull();
  const sneaky = { ...place, callId: `../../${CITY.user.id}/transcripts/call_1` };
  expect(await readKept(coast, env.ARCHIVE, sneaky)).toBeNull();
  await forget(coast, env.ARCHIVE, "transcripts", ["call_1", sneaky.callId, ""]);
  expect(await keys()).toHaveLength(1);
});

it("an object that was copied into another company's folder is not read there", async () => {
  await keep(city, env.ARCHIVE, { ...place, json: "{}" });
  const [key = ""] = await keys();
  const object = await env.ARCHIVE.get(key);
  const copy = key.replace(CITY.user.id, COAST.user.id);
  await env.ARCHIVE.put(copy, (await object?.text()) ?? "", { customMetadata: object?.customMetadata ?? {} });
  expect(await readKept(coast, env.ARCHIVE, place)).toBeNull();
});

it("deleting a call removes all of it from one shelf, and nothing of a call whose id starts the same", async () => {
  await keep(city, env.ARCHIVE, { ...place, json: "{}" });
  await keep(city, env.ARCHIVE, { ...place, name: "call_analyzed-2", json: "{}" });
  await keep(city, env.ARCHIVE, { ...place, shelf: "recordings", json: "{}" });
  await keep(city, env.ARCHIVE, { ...place, callId: "call_11", json: "{}" });
  await forget(city, env.ARCHIVE, "transcripts", ["call_1"]);
  expect(await keys()).toEqual([
    `${CITY.user.id}/recordings/call_1/call_ended-1.json`,
    `${CITY.user.id}/transcripts/call_11/call_ended-1.json`,
  ]);
});
