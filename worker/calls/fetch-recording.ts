import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";

const FIRST_BYTE_MS = 10_000;
const WHOLE_MS = 600_000;
const MOST_BYTES = 500_000_000; // an hour of two channels at 24 kHz has 350 MB

/**
 * Opens the address of a recording. It asks only Retell's hosts, over HTTPS and without following a redirect, because
 * an address comes from outside and we ask from within. Null if the recording cannot be had.
 */
export async function fetchRecording(
  { settings }: Pick<Services, "settings">,
  address: string,
  range: string | undefined,
): Promise<Response | null> {
  if (!isRetells(settings, address)) {
    log("recording_refused", { host: URL.parse(address)?.hostname ?? null });
    return null;
  }
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), FIRST_BYTE_MS);
  const response = await fetch(address, {
    redirect: "manual",
    signal: AbortSignal.any([slow.signal, AbortSignal.timeout(WHOLE_MS)]),
    ...(range && { headers: { range } }),
  }).catch(() => null);
  clearTimeout(timer);
  const usable = response?.status === 200 || response?.status === 206 || response?.status === 416;
  if (response && usable && Number(response.headers.get("content-length") ?? 0) <= MOST_BYTES) return bounded(response);
  await response?.body?.cancel();
  return null;
}

/** Retell's storage, or the host of its API itself, as in the emulator. */
function isRetells({ RETELL_API_URL, RETELL_RECORDING_HOSTS }: Services["settings"], address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (url.origin === new URL(RETELL_API_URL).origin) return true;
  return url.protocol === "https:" && url.port === "" && RETELL_RECORDING_HOSTS.includes(url.hostname);
}

/**
 * A body whose length was not announced ends at the limit. Otherwise it goes through untouched: players need its length.
 */
function bounded(response: Response): Response {
  if (response.headers.has("content-length")) return response;
  let size = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) controller.error(new Error("the recording is too long"));
      else controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(limit) ?? null, response);
}
