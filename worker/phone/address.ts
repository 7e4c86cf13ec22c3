/**
 * The number or name in an address as SIP carries it: `"Jo" <sip:+16025550123@carrier.example;user=phone>` and
 * `tel:+1-602-555-0123;ext=4` become "+16025550123" and "+1-602-555-0123 ext 4". Other text stays as it is. A name
 * beside the number says nothing about the caller: it is "Unknown" wherever a carrier does not look names up.
 */
export function openAddress(text: string): string {
  const inner = /<([^<>]*)>/.exec(text)?.[1] ?? text; // of several identities the first is the network's own
  const [, scheme = "", rest = inner] = /^\s*(sips?|tel)\s*:(.*)$/is.exec(inner) ?? [];
  if (/^sips?$/i.test(scheme)) return rest.includes("@") ? userOf(rest) : ""; // only a host: nobody is named
  return scheme || /^\s*[+\d][\d().-]*@/.test(inner) ? userOf(rest) : inner;
}

function userOf(address: string): string {
  const [user = "", ...more] = decoded(address.split("@")[0] ?? "").split(";");
  const [number = ""] = user.split(":"); // "user:password"
  const parameters = new Map(more.map((parameter) => parameter.split("=", 2)).map(([key, value]) => [key, value]));
  const context = parameters.get("phone-context"); // RFC 3966: the digits that a local number lacks
  const whole = context?.startsWith("+") && !number.trim().startsWith("+") ? `${context}${number}` : number;
  const extension = parameters.get("ext");
  return extension ? `${whole} ext ${extension}` : whole;
}

function decoded(text: string): string {
  return text.replace(/%2b/gi, "+").replace(/%20/g, " ");
}
