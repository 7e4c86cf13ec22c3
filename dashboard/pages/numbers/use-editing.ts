import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { numberQuery } from "../../numbers-query.ts";
import type { PhoneNumber } from "../../replies.ts";
import { useNumbersChanged } from "../../use-numbers-changed.ts";
import { changesOf, numberValues } from "./number-form.ts";
import { useNumberForm } from "./use-number-form.ts";

/** The form of a number that is stored. What it sends is what was changed since it was last stored. */
export function useEditing(number: PhoneNumber) {
  const queries = useQueryClient();
  const changed = useNumbersChanged();
  const [saved, setSaved] = useState(false);
  const { id } = number;
  const editing = useNumberForm(number, async (entered) => {
    const json = changesOf(entered, number);
    const stored = await bodyOf(api["phone-numbers"][":id"].$patch({ param: { id }, json }));
    queries.setQueryData(numberQuery(id).queryKey, stored);
    editing.form.reset(numberValues(stored));
    setSaved(true);
    void changed();
  });
  return { ...editing, saved, discard: () => editing.form.reset(numberValues(number)) };
}

export type Editing = ReturnType<typeof useEditing>;
