import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { useCompanyZone } from "../times/company-zone.ts";
import { recordEntries } from "./record-entries.ts";

const PAUSE_MS = 200; // longer than the time between two keys
const SHORTEST = 2; // a single letter finds everything

/** What the server finds for a text, once typing pauses. */
export function useRecords(text: string) {
  const [wanted, setWanted] = useState("");
  const zone = useCompanyZone() ?? undefined;
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const enabled = wanted.length >= SHORTEST;
  const { data, isFetching } = useQuery({
    queryKey: ["palette", wanted],
    queryFn: () => recordEntries(wanted, zone),
    enabled,
    placeholderData: keepPreviousData,
  });
  const isSought = text.trim().length >= SHORTEST;
  return { records: isSought ? (data ?? []) : [], searching: isSought && (isFetching || wanted !== text.trim()) };
}
