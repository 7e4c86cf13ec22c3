import { queryOptions, useQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { RequestError } from "../request-error.ts";

export const companyZoneQuery = queryOptions({ queryKey: ["company-zone"], queryFn: load });

/** The IANA zone of the company's clock. Null before its settings were saved, undefined while it is being asked. */
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
