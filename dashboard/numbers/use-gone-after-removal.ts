import { useQueryClient } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { PhoneNumber } from "../replies.ts";
import { numberQuery } from "./numbers-query.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

/** Opens the list of numbers once a number that was being removed is gone. */
export function useGoneAfterRemoval(last: PhoneNumber | undefined, gone: boolean): void {
  const { route } = useLocation();
  const queries = useQueryClient();
  const changed = useNumbersChanged();
  useEffect(() => {
    if (!gone || last?.status !== "disconnecting") return;
    queries.removeQueries(numberQuery(last.id));
    void changed();
    route(`/numbers?removed=${encodeURIComponent(last.phone_number)}`, true);
  }, [gone]);
}
