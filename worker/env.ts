import * as z from "zod";

const secret = z.string().min(1).optional();

const settings = z.object({
  ENVIRONMENT: z.enum(["local", "staging", "production"]).default("local"),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/$/, "")),
  RETELL_API_URL: z.url(),
  RETELL_API_KEY: secret,
  /** The key before a rotation; its signatures are accepted until it is removed. */
  RETELL_API_KEY_PREVIOUS: secret,
  /** The shared agent that numbers are bound to; without it, it is found by its name with each job. */
  RETELL_AGENT_ID: z.string().trim().default(""),
  /** How long a job waits for Retell, in milliseconds. */
  RETELL_TIMEOUT_MS: z.coerce.number().int().min(1).default(20_000),
  /** Whether companies may get a number that we buy at Retell; each costs money. */
  NUMBER_PURCHASES: z.enum(["on", "off"]).default("off"),
  /** Where the carriers' APIs are; the emulator stands in for them locally. */
  TWILIO_API_URL: z.url().default("https://api.twilio.com"),
  TWILIO_STUDIO_URL: z.url().default("https://studio.twilio.com"),
  TELNYX_API_URL: z.url().default("https://api.telnyx.com/v2"),
  /** How long a set-up waits for a carrier's answer, in milliseconds. */
  CARRIER_TIMEOUT_MS: z.coerce.number().int().min(1).default(10_000),
  /** Where Retell keeps recordings, divided by commas; no other host is asked for one. */
  RETELL_RECORDING_HOSTS: z
    .string()
    .default("retellai.s3.us-west-2.amazonaws.com,dxc03zgurdly9.cloudfront.net")
    .transform((hosts) => hosts.split(",").map((host) => host.trim().toLowerCase())),
  LEGACY_USER_ID: z.uuid(),
  LEGACY_CALLS: z.enum(["owner", "unfiltered", "reject"]).default("owner"),
  /** Signs session cookies and links in mail. Without it nobody can sign in; the phone is answered all the same. */
  BETTER_AUTH_SECRET: secret,
  MAIL_PROVIDER: z.enum(["cloudflare", "resend"]).default("resend"),
  MAIL_API_URL: z.url().default("https://api.resend.com"),
  /** `Name <address>` */
  MAIL_FROM: z.string().min(3),
  RESEND_API_KEY: secret,
  /** The key-encryption key that new secrets are sealed with: the `<kid>` of one of the `KEK_<kid>`. */
  KEK_CURRENT: secret,
});

export type Settings = z.infer<typeof settings> & {
  /** Every `KEK_<kid>` by its kid in lower case: 32 bytes in base64url. The vault judges them when it needs one. */
  keyEncryptionKeys: Record<string, string>;
};

/** What wrangler.toml binds. The settings among it are parsed once for each isolate. */
export type Bindings = {
  DB: D1Database;
  KV: KVNamespace;
  ARCHIVE: R2Bucket;
  JOBS: Queue;
  ASSETS: Fetcher;
  EMAIL: SendEmail;
  API_LIMIT: RateLimit;
} & Record<string, unknown>;

const parsed = new WeakMap<object, Settings>();

/** Parses the environment; throws a ZodError that names the variable when the Worker is set up wrongly. */
export function readSettings(env: Bindings): Settings {
  const known = parsed.get(env);
  if (known) return known;
  const fresh = { ...settings.parse(env), keyEncryptionKeys: keyEncryptionKeys(env) };
  parsed.set(env, fresh);
  return fresh;
}

function keyEncryptionKeys(env: Bindings): Settings["keyEncryptionKeys"] {
  const keys: Settings["keyEncryptionKeys"] = {};
  for (const [name, value] of Object.entries(env)) {
    const kid = /^KEK_(?!CURRENT$)(.+)$/.exec(name)?.[1];
    if (kid && typeof value === "string") keys[kid.toLowerCase()] = value;
  }
  return keys;
}
