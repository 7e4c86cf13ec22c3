import { queryOptions, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useLocation } from "preact-iso";
import { auth } from "./accounts/auth.ts";

export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: auth.session, staleTime: 60_000 });

export function useSession() {
  return useQuery(sessionQuery);
}

/** Opens a page after signing in or out: everything loaded for the previous session is dropped. */
export function useFreshStart() {
  const queries = useQueryClient();
  const { route } = useLocation();
  return (path: string) => {
    queries.clear();
    route(path, true);
  };
}
