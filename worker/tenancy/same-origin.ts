import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/context.ts";
import { trustedOrigins } from "../http/origin.ts";
import { AppError } from "../lib/errors.ts";

const READS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses state changes requested by another site's page. Every browser sends Origin or at least Sec-Fetch-Site with such
 * a request. A client that sends neither is not a browser, so it has only the cookies it was given on purpose.
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
