import type { Settings } from "../env.ts";

const TIMEOUT_MS = 10_000;
const GONE = [404, 422]; // Retell does not have the call; both have been seen

/**
 * Has Retell delete a call with its transcript and recording (`DELETE /v2/delete-call`, Retell contract 5.1). True once
 * Retell no longer has it; false if that is not certain and we have to ask again later.
 */
export async function forgetCall({ RETELL_API_URL, RETELL_API_KEY }: Settings, callId: string): Promise<boolean> {
  if (!RETELL_API_KEY) return false;
  const url = `${RETELL_API_URL.replace(/\/$/, "")}/v2/delete-call/${encodeURIComponent(callId)}`;
  const response = await fetch(url, {
    method: "DELETE",
    headers: { authorization: `Bearer ${RETELL_API_KEY}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  await response?.body?.cancel();
  return response !== null && (response.ok || GONE.includes(response.status));
}
