import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

/** How long a company keeps things. Two forms use it, so it is never refetched under them. */
export const retentionQuery = queryOptions({
  queryKey: ["retention"],
  queryFn: () => bodyOf(api.retention.$get({})),
  staleTime: Number.POSITIVE_INFINITY,
});
