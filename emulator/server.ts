import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import { faultList } from "./retell/faults.ts";
import { openStore } from "./retell/store.ts";

export type EmulatorOptions = {
  port: number; // 0 picks a free one
  apiKey: string; // the workspace key: bearer of REST calls and key of every signature
  statePath?: string; // a JSON file; without it nothing is saved
  judged?: boolean; // whether Retell's OpenAPI document judges what is sent and answered; true by default
  webhookTimeoutMs?: number; // how long the inbound webhook and events may take; Retell's 10 s by default
};
export type Emulator = { url: string; close: () => Promise<void> };

const RETELL_TIMEOUT_MS = 10_000;

/** Starts the stand-in on 127.0.0.1 and resolves once it listens; rejects when the port is taken. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const faults = faultList([]);
  const { apiKey, statePath, judged = true, webhookTimeoutMs = RETELL_TIMEOUT_MS } = options;
  const app = createApp({ store: openStore(statePath), apiKey, faults, judged, webhookTimeoutMs }, faults);
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}
