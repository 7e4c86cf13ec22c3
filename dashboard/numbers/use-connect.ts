import { useQueryClient } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { useAction } from "../components/use-action.ts";
import { RequestError } from "../request-error.ts";
import { numberQuery } from "./numbers-query.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

type Options = {
  save?: (() => Promise<boolean>) | undefined;
  onRefused?: ((refusal: RequestError) => boolean) | undefined;
};

/** Requests the connection; the page watches its progress. `problem` is a refusal that belongs to no field. */
export function useConnect(id: string, { save, onRefused }: Options) {
  const queries = useQueryClient();
  const changed = useNumbersChanged();
  const { busy, problem, run } = useAction();
  const connect = () =>
    run(async () => {
      if (save && !(await save())) return;
      try {
        const number = await bodyOf(api["phone-numbers"][":id"].connection.$post({ param: { id } }));
        queries.setQueryData(numberQuery(id).queryKey, number);
        await changed();
      } catch (error) {
        if (!(error instanceof RequestError && onRefused?.(error))) throw error;
      }
    });
  return { busy, problem, connect };
}
