import { useQueryClient } from "@tanstack/preact-query";

const SHOWN_IN = ["calls", "blocked-callers"];

/** Everything that shows calls or whom they may come from is fetched anew. */
export function useCallsChanged() {
  const queries = useQueryClient();
  return () => Promise.all(SHOWN_IN.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
