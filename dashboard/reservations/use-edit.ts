import { useQueryClient } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { useAction } from "../components/use-action.ts";
import type { ReservationEdit } from "../imports/list-replies.ts";

/** Edits one reservation. */
export function useEdit(id: string) {
  const queries = useQueryClient();
  const { busy, problem, run } = useAction();
  const save = (changes: ReservationEdit, onDone?: () => void) =>
    run(async () => {
      const now = await bodyOf(api.reservations[":id"].$patch({ param: { id }, json: changes }));
      queries.setQueryData(["reservations", "one", id], now);
      onDone?.();
      await queries.invalidateQueries({ queryKey: ["reservations"] });
    });
  return { busy, problem, save };
}
