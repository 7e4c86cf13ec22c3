import { createMiddleware } from "hono/factory";
import type { Settings } from "../env.ts";
import type { AppEnv } from "../http/context.ts";
import { parseJson } from "../http/json.ts";
import { readRawBody } from "../http/raw-body.ts";
import { AppError } from "../lib/errors.ts";
import { signedByRetell } from "../retell/signature.ts";

/** What Retell signed, as JSON, and the signature, which identifies retries of a request that has no call id. */
export type SignedByRetell = { Variables: { signed: { body: unknown; signature: string } } };

/**
 * Lets through only what Retell signed. The signature is checked over the received bytes before they are parsed. Without a
 * key we cannot tell who sent a request, so everything is refused.
 * @param options.limit the longest body in bytes
 */
export function retellGate(options: { limit: number }) {
  return createMiddleware<AppEnv & SignedByRetell>(async function retellGate(c, next) {
    const keys = webhookKeys(c.get("services").settings);
    if (keys.length === 0) {
      throw new AppError(
        503,
        "not_configured",
        "RETELL_API_KEY is not set, so no call can be trusted. Set the secret.",
      );
    }
    const rawBody = await readRawBody(c.req.raw, options.limit);
    const signature = c.req.header("x-retell-signature") ?? "";
    if (!(await signedByRetell(rawBody, signature, keys))) {
      c.get("trace").outcome = "bad_signature";
      throw new AppError(
        401,
        "invalid_signature",
        "The request is not signed by Retell, or its signature has expired.",
      );
    }
    c.set("signed", { body: parseJson(rawBody), signature });
    await next();
  });
}

function webhookKeys(settings: Settings): string[] {
  return [settings.RETELL_API_KEY, settings.RETELL_API_KEY_PREVIOUS].filter((key) => key !== undefined);
}
