import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../../api.ts";

const LIVE_REFRESH_MS = 4_000;
const SETTLING_REFRESH_MS = 8_000; // the call is over, its transcript is still to come

/** One call; refetched while it is going on or while parts of it are still to come. */
export function callQuery(id: string) {
  return queryOptions({
    queryKey: ["calls", "one", id],
    queryFn: () => bodyOf(api.calls[":id"].$get({ param: { id } })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (data?.live) return LIVE_REFRESH_MS;
      const settling = data?.transcript_missing === "not_yet" || data?.recording_missing === "not_yet";
      return settling ? SETTLING_REFRESH_MS : false;
    },
  });
}
