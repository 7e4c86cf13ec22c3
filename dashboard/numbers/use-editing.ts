import { useQueryClient } from "@tanstack/preact-query";
import { useRef, useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import type { PhoneNumber } from "../replies.ts";
import { changesOf, numberValues } from "./number-form.ts";
import { numberQuery } from "./numbers-query.ts";
import { useNumberForm } from "./use-number-form.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

/**
 * The form of a stored number. It sends only what changed since it was loaded, so that it does not revert what somebody
 * else changed in the meantime.
 */
export function useEditing(number: PhoneNumber) {
  const queries = useQueryClient();
  const changed = useNumbersChanged();
  const [saved, setSaved] = useState(false);
  const { id } = number;
  const loaded = useRef(numberValues(number));
  const load = (stored: PhoneNumber) => {
    loaded.current = numberValues(stored);
    editing.form.reset(loaded.current);
  };
  const editing = useNumberForm(number, async (entered) => {
    const json = changesOf(entered, loaded.current);
    const stored = await bodyOf(api["phone-numbers"][":id"].$patch({ param: { id }, json }));
    queries.setQueryData(numberQuery(id).queryKey, stored);
    load(stored);
    setSaved(true);
    void changed();
  });
  return { ...editing, saved, discard: () => load(number) };
}

export type Editing = ReturnType<typeof useEditing>;
