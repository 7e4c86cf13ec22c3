import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import type { PhoneNumber } from "../replies.ts";
import { RequestError } from "../request-error.ts";

const WATCH_MS = 1500; // while a number is connecting or being removed

/** All numbers of the company; refetched while one is connecting or being removed. */
export const numbersQuery = queryOptions({
  queryKey: ["phone-numbers"],
  queryFn: () => bodyOf(api["phone-numbers"].$get({})),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.items.some(isChanging) ? WATCH_MS : false),
});

/** One number; refetched while it is connecting or being removed. */
export function numberQuery(id: string) {
  return queryOptions({
    queryKey: ["phone-numbers", id],
    queryFn: () => bodyOf(api["phone-numbers"][":id"].$get({ param: { id } })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isChanging(state.data) && !isGone(state.error) ? WATCH_MS : false),
  });
}

/** The number was removed or belongs to another company; the server does not say which. */
export function isGone(error: Error | null): boolean {
  return error instanceof RequestError && error.status === 404;
}

function isChanging({ status }: PhoneNumber): boolean {
  return status === "pending" || status === "disconnecting";
}
