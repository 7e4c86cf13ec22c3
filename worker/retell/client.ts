import Retell from "retell-sdk";
import type { Settings } from "../env.ts";

/**
 * Retell's own client. It never repeats a request by itself: an import that was sent twice is what we must not cause,
 * and every caller stores what it is about to do first. Null without a key.
 */
export function retellClient(settings: Settings): Retell | null {
  const { RETELL_API_KEY: apiKey, RETELL_API_URL: baseURL, RETELL_TIMEOUT_MS: timeout } = settings;
  return apiKey ? new Retell({ apiKey, baseURL, timeout, maxRetries: 0, logLevel: "off" }) : null;
}
