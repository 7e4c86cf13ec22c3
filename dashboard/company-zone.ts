import { useQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "./api.ts";
import { RequestError } from "./request-error.ts";

const UNSET = "America/Phoenix"; // where a new company's settings start

/** The IANA zone in which the company's list is written. Undefined while it is not known yet. */
export function useCompanyZone(): string | undefined {
  return useQuery({ queryKey: ["company-zone"], queryFn: load }).data;
}

async function load(): Promise<string> {
  try {
    return (await bodyOf(api["tenant-config"].$get({}))).timezone;
  } catch (error) {
    if (error instanceof RequestError && error.code === "not_configured") return UNSET;
    throw error;
  }
}
