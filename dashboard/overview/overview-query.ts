import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";

/** Who answers now, and what is done and open on the way to going live. */
export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: () => bodyOf(api.overview.$get({})),
});
