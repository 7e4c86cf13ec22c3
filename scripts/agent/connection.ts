import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import Retell from "retell-sdk";

export type Connection = { client: Retell; publicUrl: string };

const TIMEOUT_MS = 20_000; // Retell's editor calls take one or two seconds; the SDK would wait a minute

/**
 * How to reach Retell and how Retell reaches us, from the environment: RETELL_API_URL (default: the emulator on
 * EMULATOR_PORT), RETELL_API_KEY (default: the one in .dev.vars), PUBLIC_URL (default: this machine on PORT).
 */
export function connect(env: NodeJS.ProcessEnv, devVarsPath = ".dev.vars"): Connection {
  const baseURL = env.RETELL_API_URL ?? `http://127.0.0.1:${env.EMULATOR_PORT ?? "8788"}`;
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT ?? "8787"}`;
  const apiKey = env.RETELL_API_KEY || localKey(devVarsPath);
  if (!apiKey) throw new Error("No RETELL_API_KEY: set it, or run `npm start` once, which writes one to .dev.vars.");
  if (!isLocal(baseURL) && (!publicUrl.startsWith("https://") || isLocal(publicUrl)))
    throw new Error(`PUBLIC_URL is ${publicUrl}, which Retell cannot reach: it calls public https addresses only.`);
  return { client: new Retell({ apiKey, baseURL, timeout: TIMEOUT_MS }), publicUrl };
}

function localKey(path: string): string | undefined {
  return existsSync(path) ? parseEnv(readFileSync(path, "utf8")).RETELL_API_KEY : undefined;
}

const isLocal = (address: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(URL.parse(address)?.hostname ?? "");
