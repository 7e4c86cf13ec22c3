import { createMiddleware } from "hono/factory";
import { touchApiKey } from "../api-keys/store/api-keys.ts";
import { ownerOfApiKey } from "../db/directory/keys.ts";
import type { AppEnv } from "../http/context.ts";
import { AppError } from "../lib/errors.ts";
import { sha256 } from "../lib/sha256.ts";
import { scopeOfUser } from "./scope.ts";
import type { SignedIn } from "./session-gate.ts";

const API_KEY = /^Bearer +(nd_[\w-]{43})$/i;

/** Everything a key may do: send a file and activate it. Only people may undo and delete. */
const ALLOWED = /^(?:(?:GET|POST) \/api\/imports|(?:GET|POST|PUT) \/api\/imports\/[^/]+(?:\/.*)?)$/;

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
    if (!ALLOWED.test(`${c.req.method} ${c.req.path}`)) {
      throw new AppError(403, "key_not_allowed", "An API key may only send imports and activate them.");
    }
    const scope = scopeOfUser(owner.userId);
    c.set("scope", scope);
    c.set("operator", { id: owner.userId, name: owner.name, email: "" });
    c.set("actor", `key:${owner.id}`);
    await touchApiKey(scope, db, owner.id, now());
    await next();
  });
}
