import { type QueryClient, queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

const KEY = "open-messages";
const REFRESH_MS = 60_000; // while the page can be seen

/** How many messages of an account wait. Every page asks, so it asks for one row and its count. */
export function openMessagesQuery(account: string) {
  return queryOptions({
    queryKey: [KEY, account],
    queryFn: async () => (await bodyOf(api.messages.$get({ query: { state: "open", limit: "1" } }))).open_count,
    refetchInterval: REFRESH_MS,
  });
}

/** Whoever has just been told the count passes it on, so that nobody asks again. */
export function tellOpenMessages(queries: QueryClient, count: number): void {
  queries.setQueriesData({ queryKey: [KEY] }, count);
}
