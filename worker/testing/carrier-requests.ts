import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { send } from "./app.ts";

const HOST = "https://nightdesk.example";

/** The auth token that requests are signed with unless a test says otherwise. */
export const TOKEN = "0123456789abcdef0123456789abcdef";

type Signing = {
  token?: string;
  signature?: string | null;
  signedUrl?: string;
  sent?: string;
  /** The shared key that the request claims to be signed with. */
  sharedKey?: string;
};

/** A request as Twilio sends it; `body` null is a Studio flow's GET. */
export async function fromTwilio(
  url: string,
  body: string | null,
  signing: Signing = {},
  bindings = {},
  address = "",
): Promise<Response> {
  const params = Object.fromEntries(new URLSearchParams(body ?? ""));
  const signature =
    signing.signature === null
      ? null
      : getExpectedTwilioSignature(signing.token ?? TOKEN, signing.signedUrl ?? url, params);
  const headers = {
    ...(body !== null && { "content-type": "application/x-www-form-urlencoded" }),
    ...(signature !== null && { "x-twilio-signature": signature }),
    ...(signing.sharedKey && {
      "x-twilio-webhooks-signature-settings": `key=${signing.sharedKey},algorithm=HMAC_SHA1`,
    }),
    ...(address && { "cf-connecting-ip": address }),
  };
  const more = body === null ? {} : { method: "POST", body: signing.sent ?? body };
  return send(new Request(local(url), { headers, ...more }), bindings);
}

type TelnyxSigning = { sent?: string; at?: number; keys: CryptoKeyPair };

/** A request as Telnyx sends it, signed now with the company's keys. */
export async function fromTelnyx(
  url: string,
  body: string,
  { sent = body, at, keys }: TelnyxSigning,
  bindings = {},
): Promise<Response> {
  const time = String(at ?? Math.floor(Date.now() / 1000));
  const signature = await crypto.subtle.sign("Ed25519", keys.privateKey, new TextEncoder().encode(`${time}|${body}`));
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "telnyx-timestamp": time,
    "telnyx-signature-ed25519": btoa(String.fromCharCode(...new Uint8Array(signature))),
  };
  return send(new Request(local(url), { method: "POST", body: sent, headers }), bindings);
}

/** Carriers sign our public address. In a test the request arrives at another host, as behind a proxy. */
function local(url: string): string {
  const { pathname, search } = new URL(url);
  return `${HOST}${pathname}${search}`;
}

/** As Telnyx shows it. */
export async function publicKey({ publicKey: key }: CryptoKeyPair): Promise<string> {
  const raw = (await crypto.subtle.exportKey("raw", key)) as ArrayBuffer;
  return btoa(String.fromCharCode(...new Uint8Array(raw)));
}
