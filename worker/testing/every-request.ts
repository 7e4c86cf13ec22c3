import { apiDoor } from "../api/door.ts";
import { createApp } from "../app.ts";

export type Asked = { method: string; path: string; body?: unknown };

const UNFILLED = ["*", "/:"]; // left over if a pattern was not filled in

/** Every route of the Worker as `GET /path/:id`: the ones that only read first, the ones that delete last. */
export function everyRoute(): string[] {
  const order = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"];
  const named = [...createApp().routes, ...apiDoor.routes]
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(named)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));

  function rank(route: string): number {
    return order.indexOf(route.split(" ")[0] ?? "");
  }
}

/** Requests to one route: one for each of `ids` as its parameters, and for each of `bodies` if it takes one. */
export function requestsTo(route: string, ids: string[], bodies: unknown[]): Asked[] {
  const [method = "", pattern = ""] = route.split(" ");
  const paths = pattern.includes("/:") ? ids.map((id) => fill(pattern, id)) : [pattern];
  if (paths.some((path) => UNFILLED.some((left) => path.includes(left)))) throw new Error(`${route} cannot be asked`);
  const reads = method === "GET" || method === "HEAD";
  return paths.flatMap((path) => (reads ? [{ method, path }] : bodies.map((body) => ({ method, path, body }))));
}

function fill(pattern: string, id: string): string {
  return pattern.replace(/:[a-z_]+(\{[^}]*\})?/gi, encodeURIComponent(id));
}
