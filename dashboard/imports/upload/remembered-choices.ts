import { api, bodyOf } from "../../api.ts";
import { RequestError } from "../../request-error.ts";
import { STATUSES } from "../../reservations/status-words.ts";
import type { Mapping } from "../list-reader/mapping.ts";
import type { Choices, Opened } from "../list-reader/messages.ts";
import type { Kind, Status } from "../list-replies.ts";

/** How this company read a file with these columns before; null if it never did or if the server cannot be reached. */
export async function rememberedChoices(kind: Kind, { mappingKey: key }: Opened): Promise<Partial<Choices> | null> {
  try {
    const found = await bodyOf(api["import-mappings"].$get({ query: { kind, key } }));
    return {
      mapping: listed(found.mapping ?? {}),
      dateOrder: found.date_order,
      statusWords: known(found.status_words ?? {}),
    };
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}

/** The API accepts one column, several or none for a field. */
function listed(mapping: Record<string, string | string[] | null>): Mapping {
  return Object.fromEntries(Object.entries(mapping).map(([field, columns]) => [field, [columns ?? []].flat()]));
}

function known(words: Record<string, string>): Record<string, Status> {
  const entries = Object.entries(words).flatMap(([word, text]) => {
    const status = STATUSES.find((one) => one === text);
    return status ? [[word, status] as const] : [];
  });
  return Object.fromEntries(entries);
}
