import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { checkPorts, freePort } from "./ports.ts";
import { localSettings } from "./settings.ts";

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The port of a program that answers so. */
async function taken(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const json = (body: unknown) => taken((_, response) => response.end(JSON.stringify(body)));
const copy = () => json({ ok: true, version: "1.0.0", d1: true, kv: true });

function settings(PORT: number, EMULATOR_PORT: number) {
  return localSettings({ PORT: String(PORT), EMULATOR_PORT: String(EMULATOR_PORT) });
}

it("two free ports are fine", async () => {
  await expect(checkPorts(settings(await freePort(), await freePort()))).resolves.toBeUndefined();
});

it("another copy on the Worker's port is told by its setting, with a port and a folder that would do", async () => {
  const port = await copy();
  await expect(checkPorts(settings(port, await freePort()))).rejects.toThrow(
    new RegExp(
      `Port ${port} \\(PORT\\).* is taken by another copy of Nightdesk[\\s\\S]*\`PORT=\\d+ STATE_DIR=.wrangler/second npm start\``,
    ),
  );
});

it("another program on the emulator's port is told by its setting, with a port that would do", async () => {
  const port = await taken((_, response) => response.end("hello"));
  await expect(checkPorts(settings(await freePort(), port))).rejects.toThrow(
    new RegExp(
      `Port ${port} \\(EMULATOR_PORT\\).* is taken by another program[\\s\\S]*\`EMULATOR_PORT=\\d+ npm start\`\\.$`,
    ),
  );
});

it("both ports of another copy are told at once", async () => {
  const [port, emulatorPort] = [await copy(), await json([])];
  await expect(checkPorts(settings(port, emulatorPort))).rejects.toThrow(
    new RegExp(
      `${port} \\(PORT\\).*another copy[\\s\\S]*${emulatorPort} \\(EMULATOR_PORT\\).*another copy[\\s\\S]*\`PORT=\\d+ EMULATOR_PORT=\\d+`,
    ),
  );
});

it("one number for both is refused", async () => {
  const port = await freePort();
  await expect(checkPorts(settings(port, port))).rejects.toThrow(`PORT and EMULATOR_PORT are both ${port}.`);
});

it.each(["0", "65536", "abc", "80.5"])("%s is not a port", (PORT) => {
  expect(() => localSettings({ PORT })).toThrow(`PORT must be a port, a number from 1 to 65535, and it is "${PORT}".`);
});
