import type { TRUNK_PROVIDERS } from "../../worker/numbers/trunk-words.ts";

export type Provider = (typeof TRUNK_PROVIDERS)[number];

type Step = {
  text: string;
  /** A text to paste on the provider's pages. */
  copy?: { label: string; text: string };
};

export type Guide = {
  name: string;
  /** The set-up steps, in the order of the provider's own pages. */
  steps: Step[];
  /** An example of a trunk address. */
  address: string;
  addressHint: string;
  /** Why a call may not arrive, the likeliest cause first. */
  causes: string[];
};

// Retell contract section 7. All calls go to one address; Retell itself uses these networks.
const SERVER = { label: "Address", text: "sip:sip.retellai.com" };
const HOST = { label: "Address", text: "sip.retellai.com" };
const NETWORKS = "18.98.16.120/30, 3.42.144.0/23, 153.57.128.0/18, 143.223.88.0/21, 161.115.160.0/19";

/** What operators do at their phone provider, step by step (Retell contract section 7). */
export const GUIDES: Record<Provider, Guide> = {
  twilio: {
    name: "Twilio",
    steps: [
      { text: "In Twilio's console open Elastic SIP Trunking, then Trunks, and create a trunk." },
      {
        text: "Open Termination. Choose a name: it becomes the trunk address that you enter here, such as desert.pstn.twilio.com.",
      },
      {
        text: "Still in Termination, add a credential list with a user name and a password. Enter both here. Use the user name, not the friendly name of the list.",
      },
      { text: "Open Origination and add this address. Twilio sends your calls to it.", copy: SERVER },
      { text: "Open Numbers and move your number to this trunk." },
      { text: "Fill in the fields of this page, save, and connect." },
    ],
    address: "desert.pstn.twilio.com",
    addressHint: "Twilio calls it the termination URI. It ends in pstn.twilio.com.",
    causes: [
      "The number is not in the trunk. In Twilio open the trunk, then Numbers: yours must be in that list.",
      "The origination address is missing or misspelled. It must be exactly sip:sip.retellai.com.",
      "The number still has a voice webhook or a Studio flow of its own. A number that belongs to a trunk has none.",
      "The trunk rejects our connection. In Termination, check the credential list or the list of allowed addresses.",
      "A different number was dialed. Compare it with the one in Twilio, digit by digit.",
    ],
  },
  telnyx: {
    name: "Telnyx",
    steps: [
      { text: "In Telnyx's portal open SIP Trunking and create a connection of the type FQDN." },
      { text: "Add this name to it and choose SRV as its DNS record type.", copy: HOST },
      {
        text: "Under Outbound, choose Credentials as the authentication. Enter its user name and password here, too.",
      },
      {
        text: "Under Inbound, choose +E.164 as the number format, the codecs G722, G711U and G711A, and TCP as the transport.",
      },
      { text: "Create an outbound voice profile and choose it in the connection." },
      { text: "Under Numbers, give your number this connection." },
      { text: "Fill in the fields of this page, save, and connect." },
    ],
    address: "sip.telnyx.com",
    addressHint: "sip.telnyx.com in the United States. Other regions have their own, such as sip.telnyx.eu.",
    causes: [
      "The number does not belong to the connection. In Telnyx open Numbers and check the connection next to yours.",
      "The connection has no FQDN, or it is misspelled. It must be sip.retellai.com, with the DNS record type SRV.",
      "The number format is not +E.164. Without the plus we do not recognize your number.",
      "The transport is not TCP. Choose TCP under Inbound.",
      "A different number was dialed. Compare it with the one in Telnyx, digit by digit.",
    ],
  },
  vonage: {
    name: "Vonage",
    steps: [
      { text: "In Vonage's dashboard open SIP, create a trunk, and choose “Something else” as the provider." },
      {
        text: "Vonage shows the trunk's domain, with a user name and a password for it. Enter all three here.",
      },
      { text: "Where it asks for your SIP address (origination), enter this one.", copy: HOST },
      { text: "Link your number to the trunk." },
      { text: "Fill in the fields of this page, save, and connect." },
    ],
    address: "desert.sip-us.vonage.com",
    addressHint: "Vonage calls it the domain, or the termination URI.",
    causes: [
      "The number is not linked to the trunk. In Vonage open the trunk: yours must be among its numbers.",
      "The origination address is missing or misspelled. It must be exactly sip.retellai.com.",
      "The number still forwards to an application or to another phone. Remove that in Vonage under Numbers.",
      "The trunk is in another region. Choose the region that your callers are in.",
      "A different number was dialed. Compare it with the one in Vonage, digit by digit.",
    ],
  },
  other: {
    name: "Another provider",
    steps: [
      {
        text: "Ask your provider whether it offers SIP trunks. Almost every business phone company does. This is what to ask for:",
        copy: {
          label: "Message to your provider",
          text: `Please set up an elastic SIP trunk for our number. Send its calls to sip:sip.retellai.com over TCP, with the dialed number in the form +15205550142 (E.164), codecs G.711 or G.722. Please send us the trunk's termination address with a user name and a password, and allow these networks: ${NETWORKS}.`,
        },
      },
      { text: "Enter the termination address, the user name and the password that you are given." },
      { text: "Fill in the fields of this page, save, and connect." },
    ],
    address: "trunk.provider.example",
    addressHint: "Your provider calls it the termination URI, or the SIP server.",
    causes: [
      "Your provider does not send the calls here yet. Ask whether calls to your number go to sip:sip.retellai.com.",
      "The number arrives without its country code. Ask for the form +15205550142, which is called E.164.",
      `Your provider's firewall blocks us. It must allow these networks: ${NETWORKS}.`,
      "Your provider uses UDP only. Ask for TCP.",
      "A different number was dialed. Compare it with the one at your provider, digit by digit.",
    ],
  },
};

/** Null for a number without a chosen provider and for one that we bought. */
export function guideOf(provider: string | null | undefined): Guide | null {
  return isProvider(provider) ? GUIDES[provider] : null;
}

function isProvider(provider: string | null | undefined): provider is Provider {
  return typeof provider === "string" && provider in GUIDES;
}
