/** Every field of a call that holds the address of a recording or log (Retell contract 6). */
const ADDRESSES = [
  "recording_url",
  "recording_multi_channel_url",
  "scrubbed_recording_url",
  "scrubbed_recording_multi_channel_url",
  "public_log_url",
  "knowledge_base_retrieved_contents_url",
];

type Fields = Record<string, unknown>;

/** Separates an event from its addresses, which are kept apart with their own retention period. */
export function takeAddresses(event: { call: Fields }): { rest: Fields; addresses: Record<string, string> } {
  const addresses: Record<string, string> = {};
  const call: Fields = {};
  for (const [field, value] of Object.entries(event.call)) {
    if (ADDRESSES.includes(field) && typeof value === "string") addresses[field] = value;
    else call[field] = value;
  }
  return { rest: { ...event, call }, addresses };
}

/** The address to play, or null if there is none. */
export function recordingAddress(addresses: unknown): string | null {
  if (typeof addresses !== "object" || addresses === null) return null;
  const { recording_url, scrubbed_recording_url }: Fields = { ...addresses };
  const address = recording_url ?? scrubbed_recording_url;
  return typeof address === "string" && URL.canParse(address) ? address : null;
}
