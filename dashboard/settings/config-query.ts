import { queryOptions } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import type { Config } from "../replies.ts";
import { RequestError } from "../request-error.ts";

/** The company's settings; null while nothing has been saved. Never refreshed under the form: a save tells of a conflict. */
export const configQuery = queryOptions({
  queryKey: ["tenant-config"],
  queryFn: load,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

async function load(): Promise<Config | null> {
  try {
    return await bodyOf(api["tenant-config"].$get({}));
  } catch (error) {
    if (error instanceof RequestError && error.code === "not_configured") return null;
    throw error;
  }
}
