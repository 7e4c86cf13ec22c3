import { QueryCache, QueryClient } from "@tanstack/preact-query";
import { RequestError } from "./request-error.ts";
import { sessionQuery } from "./session.ts";

/** A reply of 401 anywhere means the session is gone: the shell then leads to the sign-in page. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const signedOut = error instanceof RequestError && error.status === 401;
        if (signedOut && query.queryKey[0] !== "session") client.setQueryData(sessionQuery.queryKey, null);
      },
    }),
    defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 10_000 } },
  });
  return client;
}

function worthAnotherTry(failures: number, error: Error): boolean {
  const refused = error instanceof RequestError && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}
