import { Hono } from "hono";
import { version } from "../../package.json";
import type { AppEnv } from "../http/context.ts";
import { within } from "../lib/deadline.ts";
import { unfilteredRefusal } from "../tenancy/legacy-calls.ts";

const PROBE_MS = 2_000;

/**
 * Public: the version and whether the two stores respond. 503 if one does not, or if the configuration is unsafe;
 * `problem` then says why.
 */
export const healthRoute = new Hono<AppEnv>().get("/", async (c) => {
  const services = c.get("services");
  const { d1, kv } = services;
  const [database, secrets, problem] = await Promise.all([
    answers(d1.prepare("SELECT 1").first()),
    answers(kv.get("health")),
    within(PROBE_MS, unfilteredRefusal(services)).catch(() => null),
  ]);
  const ok = database && secrets && !problem;
  return c.json({ ok, version, d1: database, kv: secrets, ...(problem && { problem }) }, ok ? 200 : 503);
});

async function answers(probe: Promise<unknown>): Promise<boolean> {
  return within(PROBE_MS, probe).then(
    () => true,
    () => false,
  );
}
