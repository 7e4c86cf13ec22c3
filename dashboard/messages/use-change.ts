import { useQueryClient } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import type { Message, MessageChange } from "./message-replies.ts";

/** Changes one message and refetches everything that shows messages. Throws a RequestError if the server refuses. */
export function useChange() {
  const queries = useQueryClient();
  return async (id: string, json: MessageChange): Promise<Message> => {
    const now = await bodyOf(api.messages[":id"].$patch({ param: { id }, json }));
    queries.setQueryData(["messages", "one", id], now);
    await queries.invalidateQueries({ queryKey: ["messages"] });
    return now;
  };
}
