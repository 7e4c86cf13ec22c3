import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { seededDatabase, send } from "../testing/app.ts";
import { COAST } from "../testing/operator.ts";

beforeEach(() => seededDatabase());

const health = (bindings = {}) => send(new Request("https://nightdesk.example/healthz"), bindings);

it("with two companies, unfiltered calls are reported as a reason not to go live", async () => {
  const refused = await health({ LEGACY_CALLS: "unfiltered" });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ ok: false, d1: true, problem: expect.stringContaining("LEGACY_CALLS") });
  await env.DB.prepare("DELETE FROM tenant_config WHERE user_id = ?").bind(COAST.user.id).run();
  expect((await health({ LEGACY_CALLS: "unfiltered" })).status).toBe(200);
});

it.each(["owner", "reject"])("%s is fine", async (LEGACY_CALLS) => {
  const response = await health({ LEGACY_CALLS });
  expect(response.status).toBe(200);
  expect(await response.json()).not.toHaveProperty("problem");
});
