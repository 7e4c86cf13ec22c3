import Retell from "retell-sdk";
import type { Settings } from "../env.ts";

/**
 * Retell's own client, set up never to retry by itself, because an import must not be sent twice. Callers store what they
 * are about to do before they use it. Null without a key.
 */
export function retellClient(settings: Settings): Retell | null {
  const { RETELL_API_KEY: apiKey, RETELL_API_URL: baseURL, RETELL_TIMEOUT_MS: timeout } = settings;
  return apiKey ? new Retell({ apiKey, baseURL, timeout, maxRetries: 0, logLevel: "off" }) : null;
}
