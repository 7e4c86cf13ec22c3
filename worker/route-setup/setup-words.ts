import type { Carrier } from "../telephony/carriers.ts";
import type { CarrierFailure } from "./carrier-side.ts";

/** A carrier's name, and what its key must be allowed to do, in the words of its console. */
export const CARRIER_WORDS: Record<Carrier, { name: string; permissions: string[] }> = {
  twilio: {
    name: "Twilio",
    permissions: [
      "Phone Numbers: Incoming Phone Numbers, list and read",
      "Phone Numbers: Incoming Phone Numbers, update",
      "Studio: Flows, list, create, update and delete",
    ],
  },
  telnyx: {
    name: "Telnyx",
    permissions: [
      "Numbers: list, read, assign to a connection, change voice settings",
      "TeXML applications: list, create, change and delete",
    ],
  },
};

/** Settings of a number at its carrier, as an operator would call them. */
const SETTING_WORDS: Record<string, string> = {
  voice_url: "the voice address",
  voice_method: "the method of the voice address",
  voice_fallback_url: "the fallback address",
  voice_fallback_method: "the method of the fallback address",
  voice_application_sid: "the voice application",
  trunk_sid: "the SIP trunk",
  connection_id: "the connection",
  call_forwarding: "call forwarding",
};

export function settingWords(names: string[]): string {
  return names.map((name) => SETTING_WORDS[name] ?? name).join(", ");
}

export type SetupTrouble = keyof typeof SETUP_TROUBLES;

/** Every reason why a set-up may stop, in words for the operator: what happened and what to do. */
export const SETUP_TROUBLES = {
  bad_key: (name) => `${name} did not accept the API key. Enter the key again as ${name} shows it.`,
  not_allowed: (name) =>
    `The API key may not do this. In ${name}'s console, give it the permissions that are listed here, or use a standard key.`,
  suspended: (name) => `${name} says that your account is not active. Look in ${name}'s console, or write to ${name}.`,
  not_in_account: (name) =>
    `This number is not in the ${name} account of your API key. Check the number your callers dial, and that the key is from the account that has it.`,
  rate_limited: (name) => `${name} is busy and asked us to wait. Try again in a minute.`,
  outage: (name) => `${name} did not answer. What was done so far is remembered. Try again in a minute.`,
  settling: (name) => `${name} has not answered our last request yet. Try again in a minute.`,
  not_taken: (name) =>
    `${name} accepted the settings, but shows other ones. Somebody may be changing them at the same moment. Look in ${name}'s console, then try again.`,
  refused: (name) => `${name} refused the settings for a reason we do not know. Write to us.`,
} satisfies Record<string, (name: string) => string>;

const PASSING: readonly string[] = ["rate_limited", "outage", "settling", "not_taken"] satisfies SetupTrouble[];

/** Whether the same try may work later, without anybody doing anything. */
export function passesByItself(trouble: string): boolean {
  return PASSING.includes(trouble);
}

/** Works out the reason for a carrier's refusal, by its status and its own error code. */
export function setupTroubleOf({ status, code }: CarrierFailure): SetupTrouble {
  if (code === "20005") return "suspended"; // Twilio: account is not active
  if (status === 401) return "bad_key"; // Twilio 20003, Telnyx 10009
  if (status === 403) return "not_allowed";
  if (status === 404) return "not_in_account"; // Twilio 20404, Telnyx 10005
  if (status === 429) return "rate_limited"; // Twilio 20429, Telnyx 10011
  return status === null || status >= 500 || status === 408 ? "outage" : "refused";
}
