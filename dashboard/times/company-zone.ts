import { queryOptions, useQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { RequestError } from "../request-error.ts";

export const companyZoneQuery = queryOptions({ queryKey: ["company-zone"], queryFn: load });

/** The company's IANA time zone. Null before its settings are saved, undefined while loading. */
export function useCompanyZone(): string | null | undefined {
  return useQuery(companyZoneQuery).data;
}

async function load(): Promise<string | null> {
  try {
    return (await bodyOf(api["tenant-config"].$get({}))).timezone;
  } catch (error) {
    if (error instanceof RequestError && error.code === "not_configured") return null;
    throw error;
  }
}
