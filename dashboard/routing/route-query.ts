import { queryOptions } from "@tanstack/preact-query";
import type { InferResponseType } from "hono/client";
import { api, bodyOf } from "../api.ts";

type RouteClient = (typeof api)["phone-numbers"][":id"]["route"];

/** How calls to a number reach the agent, with the steps to take. */
export type NumberRoute = InferResponseType<RouteClient["$get"], 200>;

const WATCH_MS = 5000; // a test call ticks a step while the operator waits for it

export function routeQuery(id: string) {
  return queryOptions({
    queryKey: ["number-route", id],
    queryFn: () => bodyOf(api["phone-numbers"][":id"].route.$get({ param: { id } })),
    staleTime: 0,
    refetchInterval: WATCH_MS,
  });
}
