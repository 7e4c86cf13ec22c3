import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../../api.ts";

/** The lists in use, how old they are, and the imports they came from. */
export const importStatusQuery = queryOptions({
  queryKey: ["import-status"],
  queryFn: () => bodyOf(api["import-status"].$get({})),
});
