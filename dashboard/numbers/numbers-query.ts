import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import type { PhoneNumber } from "../replies.ts";
import { RequestError } from "../request-error.ts";

const WATCH_MS = 1500; // while our phone service is being told

/** All numbers of the company; looked at again while one is on its way. */
export const numbersQuery = queryOptions({
  queryKey: ["phone-numbers"],
  queryFn: () => bodyOf(api["phone-numbers"].$get({})),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.items.some(isOnItsWay) ? WATCH_MS : false),
});

/** One number; looked at again while it is on its way, until it is there or gone. */
export function numberQuery(id: string) {
  return queryOptions({
    queryKey: ["phone-numbers", id],
    queryFn: () => bodyOf(api["phone-numbers"][":id"].$get({ param: { id } })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOnItsWay(state.data) && !isGone(state.error) ? WATCH_MS : false),
  });
}

/** It was there a moment ago, or it is another company's: both sound the same. */
export function isGone(error: Error | null): boolean {
  return error instanceof RequestError && error.status === 404;
}

function isOnItsWay({ status }: PhoneNumber): boolean {
  return status === "pending" || status === "disconnecting";
}
