import * as z from "zod";
import type { Settings } from "../env.ts";

const TIMEOUT_MS = 5_000;

const call = z.looseObject({ call_id: z.string(), recording_url: z.string().nullish() });

/**
 * A freshly signed address of a call's recording (`GET /v2/get-call`, Retell contract 5.3), because the one in the events
 * is valid for a day. Null if Retell has no recording or does not answer.
 */
export async function freshRecordingAddress(
  { RETELL_API_URL, RETELL_API_KEY }: Settings,
  callId: string,
): Promise<string | null> {
  if (!RETELL_API_KEY) return null;
  const url = `${RETELL_API_URL.replace(/\/$/, "")}/v2/get-call/${encodeURIComponent(callId)}`;
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${RETELL_API_KEY}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (!response?.ok) {
    await response?.body?.cancel();
    return null;
  }
  const known = call.safeParse(await response.json());
  return known.success && known.data.call_id === callId ? (known.data.recording_url ?? null) : null;
}
