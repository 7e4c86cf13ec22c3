import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf, done } from "../../api.ts";
import { useAction } from "../../components/use-action.ts";
import type { Import } from "../list-replies.ts";
import { usesAfterUndo } from "../list-words.ts";
import { useListsChanged } from "../use-lists-changed.ts";

/**
 * Activates a version, undoes that, or discards it. Everything that shows lists is refetched.
 * @param onActivated called when the version is in use
 */
export function useActivation({ id, kind }: Pick<Import, "id" | "kind">, onActivated: () => void) {
  const queries = useQueryClient();
  const changed = useListsChanged();
  const { busy, problem, run } = useAction();
  const [undone, setUndone] = useState("");
  const param = { id };

  const activateAtOnce = async () => {
    const now = await bodyOf(api.imports[":id"].activation.$post({ param }));
    setUndone("");
    queries.setQueryData(["imports", id], now);
    await changed();
    onActivated();
  };
  const activate = () => run(activateAtOnce);
  const undo = () =>
    run(async () => {
      const { current } = await bodyOf(api.imports[":id"].activation.$delete({ param }));
      setUndone(`Undone. Your agent ${usesAfterUndo(kind, current !== null)}.`);
      await changed();
    });
  const discard = (onDone: () => void) =>
    run(async () => {
      await done(api.imports[":id"].$delete({ param }));
      onDone();
      await changed();
    });
  return { activate, activateAtOnce, undo, discard, busy, problem, undone };
}
