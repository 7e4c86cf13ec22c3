import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import type { Config } from "../replies.ts";
import { RequestError } from "../request-error.ts";

/** The company's settings; null before the first save. Never refetched under the form: saving detects conflicts. */
export const configQuery = queryOptions({
  queryKey: ["tenant-config"],
  queryFn: loadConfig,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

/** The same without a cache, for pages that do not edit them. */
export async function loadConfig(): Promise<Config | null> {
  try {
    return await bodyOf(api["tenant-config"].$get({}));
  } catch (error) {
    if (error instanceof RequestError && error.code === "not_configured") return null;
    throw error;
  }
}
