import { QueryClient } from "@tanstack/preact-query";
import { onDoubt } from "./accounts/session-doubt.ts";
import { RequestError } from "./request-error.ts";
import { sessionQuery } from "./session.ts";

/** When a reply means that the session has ended or changed, the session query is updated and the shell reacts to it. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: shouldRetry, staleTime: 10_000 } },
  });
  onDoubt((doubt) => {
    if (doubt === "signed_out") client.setQueryData(sessionQuery.queryKey, null);
    else void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  });
  return client;
}

function shouldRetry(failures: number, error: Error): boolean {
  const refused = error instanceof RequestError && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}
