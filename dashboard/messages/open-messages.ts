import { type QueryClient, queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

const KEY = "open-messages";
const REFRESH_MS = 60_000; // while the page can be seen

/** The number of open messages of an account. Every page asks for it, so it fetches only one row and the count. */
export function openMessagesQuery(account: string) {
  return queryOptions({
    queryKey: [KEY, account],
    queryFn: async () => (await bodyOf(api.messages.$get({ query: { state: "open", limit: "1" } }))).open_count,
    refetchInterval: REFRESH_MS,
  });
}

/** Stores a count that another query brought along, so that it is not fetched again. */
export function setOpenMessages(queries: QueryClient, count: number): void {
  queries.setQueriesData({ queryKey: [KEY] }, count);
}
