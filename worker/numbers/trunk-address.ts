/** A host name with at least one dot, the last part no number. */
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const IP = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Names that only a company's own network knows (RFC 6762, RFC 6761, RFC 8375). */
const NOT_PUBLIC = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|invalid)$/;
/** Private, shared, loopback, link-local, multicast and reserved addresses (RFC 6890). */
const NOT_ROUTED =
  /^(?:0|10|127|22[4-9]|2[3-5]\d)\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\./;
/** Where Retell itself takes calls, now and until September 2026 (Retell contract 7). */
const RETELL = /(?:^|\.)retellai\.com$|^5t4n6j0wnrl\.sip\.livekit\.cloud$/;
/** "x.pstn.twilio.com", also with a region: "x.pstn.dublin.twilio.com". */
const TWILIO_TRUNK = /^[a-z0-9-]+\.pstn\.(?:[a-z0-9-]+\.)?twilio\.com$/;
const OTHERS = { telnyx: /(?:^|\.)twilio\.com$/, vonage: /(?:^|\.)(?:twilio|telnyx)\.com$/ };

/** An address as people write it ("sip:Zentrale-Köln.example:5060") as a bare host in ASCII, with its port. */
export function bareTrunkAddress(written: string): string {
  const [, host = "", port = ""] =
    /^(.*?)(:\d+)?$/.exec(
      written
        .trim()
        .toLowerCase()
        .replace(/^sips?:/, ""),
    ) ?? [];
  return `${inAscii(host)}${port}`;
}

/** Why calls can never reach an agent over this address, in words for the operator; null when they may. */
export function trunkProblem(address: string): string | null {
  const [host = "", port] = address.split(":");
  if (!HOST.test(host) && !isIp(host)) return "Enter the trunk's address, such as desert.pstn.twilio.com.";
  if (port !== undefined && !(Number(port) >= 1 && Number(port) <= 65_535)) {
    return "There is no such port. Choose one from 1 to 65535, or leave it out.";
  }
  if (RETELL.test(host)) {
    return "This is where calls go to, at Retell. Enter the address of your trunk at your phone provider.";
  }
  if (NOT_PUBLIC.test(host) || NOT_ROUTED.test(host)) {
    return "This address is only known inside your own network. Enter one that can be reached from the internet.";
  }
  return null;
}

/** Why an address cannot belong to a provider; null when it may, or when either is not known. */
export function providerProblem(
  provider: string | null | undefined,
  address: string | null | undefined,
): string | null {
  const [host] = (address ?? "").split(":");
  if (!host) return null;
  if (provider === "twilio" && !TWILIO_TRUNK.test(host)) {
    return "A Twilio trunk's address ends in .pstn.twilio.com. You find it in Twilio under Elastic SIP Trunking, Termination.";
  }
  const other = provider === "telnyx" || provider === "vonage" ? OTHERS[provider] : null;
  return other?.test(host) ? "This address belongs to another phone provider than the one you chose." : null;
}

function isIp(host: string): boolean {
  return IP.test(host) && host.split(".").every((part) => Number(part) <= 255);
}

/** Umlauts and the like as names are looked up (punycode); what is no name stays as it is. */
function inAscii(host: string): string {
  if (!/[^\0-\x7F]/.test(host) || /[/?#@\s\\]/.test(host)) return host;
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
}
