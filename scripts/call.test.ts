import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import Retell from "retell-sdk";
import { afterEach, expect, it } from "vitest";
import { startEmulator } from "../emulator/server.ts";

const SCRIPT = join(import.meta.dirname, "call.ts");
const TO = "+15205550142";
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A Worker that knows every number, and an emulator with one agent. */
async function machine(status = 200) {
  const worker = createServer((_, response) => {
    const begin_message = "Sun Desk, good evening.";
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ call_inbound: { agent_override: { retell_llm: { begin_message } } } }));
  });
  worker.listen(0, "127.0.0.1");
  await once(worker, "listening");
  const emulator = await startEmulator({ port: 0, apiKey: "k" });
  closing.push(emulator.close, async () => worker.close());
  const client = new Retell({ apiKey: "k", baseURL: emulator.url });
  const { llm_id } = await client.llm.create({ general_prompt: "Hello." });
  await client.agent.create({ voice_id: "v", response_engine: { type: "retell-llm", llm_id } });
  const { port } = worker.address() as AddressInfo;
  return { PORT: String(port), EMULATOR_PORT: emulator.url.split(":").at(-1) ?? "" };
}

async function run(env: Record<string, string>, ...args: string[]) {
  const child = promisify(execFile)(process.execPath, [SCRIPT, ...args], { env: { ...process.env, ...env } });
  return child.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

it("prints the conversation, says that it is scripted, and that the number is not at Retell", async () => {
  const { code, stdout } = await run(await machine(), "--to", TO, "--say", "Hello?");
  expect(stdout).toContain("not at Retell");
  expect(stdout).toContain("no language model");
  expect(stdout).toContain("Agent   Sun Desk, good evening.\n  Caller  Hello?");
  expect(code).toBe(0);
});

it("prints JSON for machines", async () => {
  const { stdout } = await run(await machine(), "--to", TO, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, scripted: true, greeting: "Sun Desk, good evening." });
});

it("fails when the Worker fails", async () => {
  const { code, stdout } = await run(await machine(500), "--to", TO);
  expect(code).toBe(1);
  expect(stdout).toContain("The call failed. The inbound webhook failed: HTTP 500");
});

it("says how to start what is not running, and what is missing", async () => {
  const { EMULATOR_PORT } = await machine();
  await Promise.all(closing.splice(0).map((close) => close()));
  expect(await run({ EMULATOR_PORT }, "--to", TO)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("npm start"),
  });
  expect(await run({}, "--loud")).toMatchObject({ code: 2, stderr: expect.stringContaining("--loud") });
  expect(await run({})).toMatchObject({ code: 2, stderr: expect.stringContaining("--to is missing") });
});
