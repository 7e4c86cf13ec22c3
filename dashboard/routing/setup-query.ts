import { queryOptions } from "@tanstack/preact-query";
import type { InferResponseType } from "hono/client";
import { api, bodyOf } from "../api.ts";

const client = api["phone-numbers"][":id"].route.setup;

/** How far the automatic set-up of a number at its carrier is. */
export type RouteSetup = InferResponseType<(typeof client)["$get"], 200>;

/** What the carrier has for the number now. */
export type NumberThere = InferResponseType<(typeof client.number)["$get"], 200>;

export function setupQuery(id: string) {
  return queryOptions({ queryKey: ["route-setup", id], queryFn: () => bodyOf(client.$get({ param: { id } })) });
}

export function lookThere(id: string): Promise<NumberThere> {
  return bodyOf(client.number.$get({ param: { id } }));
}
