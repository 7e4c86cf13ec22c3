import { symmetric } from "retell-sdk/lib/webhook_auth";
import { localSecrets } from "../scripts/start/dev-vars.ts";

/** Tells the product of a call as Retell does: signed. For what the emulator's own calls are too quick to show. */
export async function tellEvent(url: string, event: string, call: { call_id: string; [field: string]: unknown }) {
  const body = JSON.stringify({ event, call: { call_type: "phone_call", direction: "inbound", ...call } });
  const signature = await symmetric.sign(body, localSecrets(".dev.vars").RETELL_API_KEY ?? "");
  const headers = { "x-retell-signature": signature, "content-type": "application/json" };
  const { status } = await fetch(`${url}/retell/call-events`, { method: "POST", body, headers });
  if (status !== 204) throw new Error(`${event} was answered with ${status}.`);
}
