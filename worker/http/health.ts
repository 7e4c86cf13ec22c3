import { Hono } from "hono";
import { version } from "../../package.json";
import { within } from "../lib/deadline.ts";
import type { AppEnv } from "./context.ts";

const PROBE_MS = 2_000;

/** Open to everyone: the version, and whether the two stores answer. 503 when one does not. */
export const healthRoute = new Hono<AppEnv>().get("/", async (c) => {
  const { d1, kv } = c.get("services");
  const [database, secrets] = await Promise.all([answers(d1.prepare("SELECT 1").first()), answers(kv.get("health"))]);
  const ok = database && secrets;
  return c.json({ ok, version, d1: database, kv: secrets }, ok ? 200 : 503);
});

async function answers(probe: Promise<unknown>): Promise<boolean> {
  return within(PROBE_MS, probe).then(
    () => true,
    () => false,
  );
}
