import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

const WATCH_MS = 2000; // while a number is on its way

/** Whether we get numbers for companies, and a purchase that has no number yet. */
export const purchasesQuery = queryOptions({
  queryKey: ["number-purchases"],
  queryFn: () => bodyOf(api["phone-numbers"].purchases.$get({})),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.latest?.status === "pending" ? WATCH_MS : false),
});
