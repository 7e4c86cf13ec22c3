import { api, bodyOf } from "../../api.ts";
import { RequestError } from "../../request-error.ts";
import { STATUSES } from "../../reservations/status-words.ts";
import type { Mapping } from "../list-reader/mapping.ts";
import type { Choices, Opened } from "../list-reader/messages.ts";
import type { Kind, Status } from "../list-replies.ts";

/** How a file was read before, and which questions do not have to be asked again. */
type Remembered = { choices: Pick<Choices, "mapping" | "dateOrder" | "statusWords">; settled: string[] };

/** How this company read a file with these columns before; null if it never did or if the server cannot be reached. */
export async function rememberedChoices(
  kind: Kind,
  { mappingKey: key, mapping }: Pick<Opened, "mappingKey" | "mapping">,
): Promise<Remembered | null> {
  try {
    const found = await bodyOf(api["import-mappings"].$get({ query: { kind, key } }));
    const named = listed(found.mapping ?? {});
    const settled = Object.keys(named).map((field) => `column:${field}`);
    const choices = { mapping: { ...mapping, ...named }, dateOrder: found.date_order };
    return {
      choices: { ...choices, statusWords: known(found.status_words ?? {}) },
      settled: [...settled, "phones", "sheet"],
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
