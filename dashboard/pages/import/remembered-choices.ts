import { api, bodyOf } from "../../api.ts";
import type { Kind } from "../../imports-contract.ts";
import type { Choices, Opened } from "../../list-reader/messages.ts";
import { RequestError } from "../../request-error.ts";

/** How this company read a file with these columns before; null when it never did, or when that cannot be asked now. */
export async function rememberedChoices(kind: Kind, { mappingKey: key }: Opened): Promise<Partial<Choices> | null> {
  try {
    const found = await bodyOf(api["import-mappings"].$get({ query: { kind, key } }));
    return { mapping: found.mapping, dateOrder: found.date_order, statusWords: found.status_words ?? {} };
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}
