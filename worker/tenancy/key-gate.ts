import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { METHOD_NAME_ALL } from "hono/router";
import { KEY_SCOPES, type KeyScope, opens } from "../api-keys/key-scopes.ts";
import { touchApiKey } from "../api-keys/store/api-keys.ts";
import { ownerOfApiKey } from "../db/directory/keys.ts";
import type { AppEnv } from "../http/context.ts";
import { AppError } from "../lib/errors.ts";
import { sha256 } from "../lib/sha256.ts";
import { scopeOfUser } from "./scope.ts";
import type { SignedIn } from "./session-gate.ts";

const API_KEY = /^Bearer +(nd_[\w-]{43})$/i;

const NO_KEY = "No API key opens this. Sign in to the dashboard instead.";
const NOT_THIS_KEY: Record<KeyScope, string> = {
  import: "This API key may not import. Create one that may in the settings.",
  read: "This API key may not read bookings, drivers, calls and messages. Create one that may in the settings.",
};

/** Lets a dispatch system through with a company's API key. The key alone proves which company it is. */
export function keyGate() {
  return createMiddleware<AppEnv & SignedIn>(async function keyGate(c, next) {
    const { db, now } = c.get("services");
    const key = API_KEY.exec(c.req.header("authorization") ?? "")?.[1];
    const owner = key ? await ownerOfApiKey(db, await sha256(key)) : null;
    if (!owner) {
      throw new AppError(401, "unauthenticated", "This API key is unknown or was revoked. Create one in the settings.");
    }
    c.get("trace").tenant = owner.userId;
    const scope = scopeOfUser(owner.userId);
    await touchApiKey(scope, db, owner.id, now()); // also when it is refused, so that its owner sees that somebody tried
    const route = routeOf(c);
    if (!opens(owner.scopes, route)) {
      const why = opens(KEY_SCOPES, route) ? NOT_THIS_KEY[route.startsWith("GET ") ? "read" : "import"] : NO_KEY;
      throw new AppError(403, "key_not_allowed", why);
    }
    c.set("scope", scope);
    c.set("operator", { id: owner.userId, name: owner.name, email: "" });
    c.set("actor", `key:${owner.id}`);
    c.set("mayRead", owner.scopes.includes("read"));
    await next();
  });
}

/** The route that a request will reach, as it was registered: "GET /api/imports/:id"; "" where there is none. */
function routeOf(c: Context): string {
  const route = matchedRoutes(c).find(({ method }) => method !== METHOD_NAME_ALL);
  return route ? `${route.method} ${route.path}` : "";
}
