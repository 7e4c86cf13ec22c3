import DomainModule from "twilio/lib/base/Domain.js";
import VersionModule from "twilio/lib/base/Version.js";
import { IncomingPhoneNumberListInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import { FlowListInstance } from "twilio/lib/rest/studio/v2/flow.js";
import type { Settings } from "../env.ts";

const Domain = classIn(DomainModule);
const Version = classIn(VersionModule);

export type TwilioKey = { accountSid: string; keySid: string; keySecret: string };

type RequestOptions = {
  method: string;
  uri: string;
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
  headers?: Record<string, string>;
};

/**
 * Twilio's own resources for phone numbers and Studio flows. Only the transport is ours. The package's own brings axios
 * and every product of Twilio's (610 kB instead of 107), and a timeout that workerd does not keep.
 */
export function twilioAccount(settings: Settings, key: TwilioKey) {
  const client = { request: (options: RequestOptions) => requestTwilio(settings.CARRIER_TIMEOUT_MS, key, options) };
  const version = (baseUrl: string, name: string) =>
    // A domain uses nothing of the client but `request`.
    new Version(new Domain(client as unknown as TwilioClient, baseUrl), name);
  const api = version(settings.TWILIO_API_URL, "2010-04-01");
  const studio = version(settings.TWILIO_STUDIO_URL, "v2");
  return {
    // Both resources use only what every version has; the types name the classes that also list all other resources.
    numbers: IncomingPhoneNumberListInstance(
      api as Parameters<typeof IncomingPhoneNumberListInstance>[0],
      key.accountSid,
    ),
    flows: FlowListInstance(studio as Parameters<typeof FlowListInstance>[0]),
  };
}

type TwilioClient = ConstructorParameters<typeof DomainModule>[0];

async function requestTwilio(timeout: number, { keySid, keySecret }: TwilioKey, options: RequestOptions) {
  const url = new URL(options.uri);
  for (const [name, value] of pairs(options.params)) url.searchParams.set(name, value);
  const response = await fetch(url, {
    method: options.method.toUpperCase(),
    headers: { ...options.headers, authorization: `Basic ${btoa(`${keySid}:${keySecret}`)}` },
    signal: AbortSignal.timeout(timeout),
    ...(options.data && { body: new URLSearchParams(pairs(options.data)) }),
  });
  return { statusCode: response.status, body: await response.text(), headers: Object.fromEntries(response.headers) };
}

function pairs(values: Record<string, unknown> = {}): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

/**
 * These are CommonJS modules with a default. A bundler, like Node, hands over the whole module instead; a test does not.
 */
function classIn<Class extends object>(found: Class): Class {
  return "default" in found ? (found.default as Class) : found; // it has no other member
}
