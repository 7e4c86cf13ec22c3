import { resolve } from "node:path";

/** Where this copy runs. Everything can be set, so that several copies can run side by side. */
export type LocalSettings = {
  port: number;
  emulatorPort: number;
  stateDir: string;
  workerUrl: string;
  emulatorUrl: string;
};

/** Read from PORT (8787), EMULATOR_PORT (8788) and STATE_DIR (.wrangler/state). Throws if a port is not valid. */
export function localSettings(env: NodeJS.ProcessEnv): LocalSettings {
  const port = portFrom(env.PORT, 8787, "PORT");
  const emulatorPort = portFrom(env.EMULATOR_PORT, 8788, "EMULATOR_PORT");
  return {
    port,
    emulatorPort,
    stateDir: resolve(env.STATE_DIR || ".wrangler/state"),
    workerUrl: `http://127.0.0.1:${port}`,
    emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
  };
}

function portFrom(text: string | undefined, fallback: number, name: string): number {
  const port = Number(text || fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${name} must be a port, a number from 1 to 65535, and it is ${JSON.stringify(text)}.`);
  }
  return port;
}
