import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { METHOD_NAME_ALL } from "hono/router";
import { AppError } from "../lib/errors.ts";
import type { AppEnv } from "./context.ts";

const readBy = new WeakMap<object, string[]>();

/** Registers which query parameters a middleware reads, for `knownQuery`. */
export function reading<Reader extends object>(names: string[], middleware: Reader): Reader {
  readBy.set(middleware, names);
  return middleware;
}

/** For a handler that reads its query parameters itself. */
export function readsQuery(...names: string[]): MiddlewareHandler {
  return reading(names, async function readsQuery(_c, next) {
    await next();
  });
}

/**
 * Refuses a query parameter that no middleware of the route reads, before anything is done: a misspelled one would
 * otherwise be ignored, and its sender would think that it took effect.
 */
export function knownQuery() {
  return createMiddleware<AppEnv>(async function knownQuery(c, next) {
    const routes = matchedRoutes(c);
    if (routes.some(({ method }) => method !== METHOD_NAME_ALL)) {
      const known = routes.flatMap(({ handler }) => readBy.get(handler) ?? []);
      const unknown = Object.keys(c.req.query()).filter((name) => !known.includes(name));
      if (unknown.length > 0) throw refused(unknown, known);
    }
    await next();
  });
}

function refused(unknown: string[], known: string[]): AppError {
  const reason = `There is no such parameter here. ${known.length > 0 ? `Use ${known.join(", ")}.` : "Leave it out."}`;
  const fields = Object.fromEntries(unknown.map((name) => [name, reason]));
  return new AppError(400, "validation_failed", "Some query parameters are not known. Nothing was done.", {
    fields,
  });
}
