import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

/** For how long a company keeps things. Two forms stand on it, so it is never refreshed under them. */
export const retentionQuery = queryOptions({
  queryKey: ["retention"],
  queryFn: () => bodyOf(api.retention.$get({})),
  staleTime: Number.POSITIVE_INFINITY,
});
