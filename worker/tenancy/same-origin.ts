import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/context.ts";
import { trustedOrigins } from "../http/origin.ts";
import { AppError } from "../lib/errors.ts";

const READS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses state changes that another site's page asked for. Every browser says where such a request comes from, by
 * Origin or at least by Sec-Fetch-Site; a client that says neither is no browser, so it carries nobody's cookies but
 * those it was given on purpose.
 */
export function sameOrigin() {
  return createMiddleware<AppEnv>(async function sameOrigin(c, next) {
    if (!READS.includes(c.req.method) && isForeign(c.req.raw, c.get("services").settings.PUBLIC_URL)) {
      c.get("trace").outcome = "cross_origin";
      throw new AppError(
        403,
        "cross_origin",
        "This request comes from another site. Open Nightdesk itself to do this.",
      );
    }
    await next();
  });
}

function isForeign(request: Request, publicUrl: string): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) return !trustedOrigins(request.url, publicUrl).includes(origin); // "null" is foreign too
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
