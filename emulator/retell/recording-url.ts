import { createHmac, timingSafeEqual } from "node:crypto";
import type { AgentSettings } from "./agent-schema.ts";
import type { Call } from "./call-object.ts";

const SIGNED_MS = 86_400_000; // Retell's default
const OPTED_OUT_MS = 600_000; // for an agent that does not store everything

type Rules = Pick<AgentSettings, "signed_url_expiration_ms">;

/** A recording's address. It expires with `opt_in_signed_url` or if not everything is stored, otherwise never. */
export function recordingUrl(call: Call, agent: Rules, { origin, apiKey }: { origin: string; apiKey: string }): string {
  const address = `${origin}/recordings/${call.call_id}.wav`;
  if (!isSigned(call)) return address;
  const lifetime =
    call.data_storage_setting === "everything" ? (agent.signed_url_expiration_ms ?? SIGNED_MS) : OPTED_OUT_MS;
  const expires = `${Date.now() + lifetime}`;
  return `${address}?expires=${expires}&signature=${sign(call.call_id, expires, apiKey)}`;
}

/** Whether this address is valid now. */
export function isOpen(call: Call, query: Record<string, string>, apiKey: string): boolean {
  if (!isSigned(call)) return true;
  const { expires = "", signature = "" } = query;
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(call.call_id, expires, apiKey))];
  return given.length === right.length && timingSafeEqual(given, right) && Number(expires) > Date.now();
}

function isSigned(call: Call): boolean {
  return call.opt_in_signed_url || call.data_storage_setting !== "everything";
}

function sign(call_id: string, expires: string, apiKey: string): string {
  return createHmac("sha256", apiKey).update(`recording ${call_id} ${expires}`).digest("hex");
}
