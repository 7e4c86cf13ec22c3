import { useQueryClient } from "@tanstack/preact-query";

/** Everything that shows numbers is fetched anew. */
export function useNumbersChanged() {
  const queries = useQueryClient();
  return () => Promise.all(["phone-numbers", "overview"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
