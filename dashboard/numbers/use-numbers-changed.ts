import { useQueryClient } from "@tanstack/preact-query";

/** Refetches everything that shows numbers. */
export function useNumbersChanged() {
  const queries = useQueryClient();
  return () => Promise.all(["phone-numbers", "overview"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
