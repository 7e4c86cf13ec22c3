import * as z from "zod";

const secret = z.string().min(1).optional();

const settings = z.object({
  ENVIRONMENT: z.enum(["local", "staging", "production"]).default("local"),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/$/, "")),
  RETELL_API_URL: z.url(),
  RETELL_API_KEY: secret,
  /** The key before a rotation; its signatures are accepted until it is removed. */
  RETELL_API_KEY_PREVIOUS: secret,
  LEGACY_USER_ID: z.uuid(),
  LEGACY_CALLS: z.enum(["owner", "unfiltered", "reject"]).default("owner"),
});

export type Settings = z.infer<typeof settings>;

/** What wrangler.toml binds. The settings among it are parsed once for each isolate. */
export type Bindings = {
  DB: D1Database;
  KV: KVNamespace;
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
  const fresh = settings.parse(env);
  parsed.set(env, fresh);
  return fresh;
}
