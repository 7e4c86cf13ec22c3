import { useQueryClient } from "@tanstack/preact-query";

const SHOWN_IN = ["calls", "blocked-callers"];

/** Refetches everything that shows calls or blocked callers. */
export function useCallsChanged() {
  const queries = useQueryClient();
  return () => Promise.all(SHOWN_IN.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
