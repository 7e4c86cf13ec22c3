import { useQueryClient } from "@tanstack/preact-query";

const SHOWN_IN = ["imports", "import-status", "reservations", "drivers", "overview"];

/** Everything that shows reservations, drivers or imports is fetched anew. */
export function useListsChanged() {
  const queries = useQueryClient();
  return () => Promise.all(SHOWN_IN.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
