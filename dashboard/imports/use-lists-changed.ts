import { useQueryClient } from "@tanstack/preact-query";

const SHOWN_IN = ["imports", "import-status", "reservations", "drivers", "overview"];

/** Refetches everything that shows reservations, drivers or imports. */
export function useListsChanged() {
  const queries = useQueryClient();
  return () => Promise.all(SHOWN_IN.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
