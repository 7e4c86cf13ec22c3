import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import type { Category } from "./message-replies.ts";
import { setOpenMessages } from "./open-messages.ts";

const PAGE = "25"; // quick to draw on an old phone
const REFRESH_MS = 5000; // an operator who tests their number waits here for the message

const ANY = ["messages", "any"];

type Wanted = { state: "open" | "done"; search: string; category: Category | undefined; after: string };

/** A page of the inbox, kept up to date while it is visible. It also updates the count in the tab. */
export function useInbox({ state, search, category, after }: Wanted) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ["messages", state, search, category, after],
    queryFn: async () => {
      const filters = { state, ...(search && { search }), ...(category && { category }) };
      const query = { ...filters, limit: PAGE, ...(after && { cursor: after }) };
      const page = await bodyOf(api.messages.$get({ query }));
      setOpenMessages(queries, page.open_count);
      if (page.items.length > 0) queries.setQueryData(ANY, true);
      return page;
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    staleTime: 0,
  });
}

/** Whether there is any message at all; asked only when `asked` is true. */
export function useAnyMessage(asked: boolean): boolean | undefined {
  const { data } = useQuery({
    queryKey: ANY,
    queryFn: async () => (await bodyOf(api.messages.$get({ query: { limit: "1" } }))).items.length > 0,
    enabled: asked,
  });
  return data;
}
