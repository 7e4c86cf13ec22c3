import { useQueryClient } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { showAccount } from "../accounts/loaded-account.ts";
import { sessionQuery } from "../session.ts";

type Props = { id: string; children: ComponentChildren };

/** The pages of one account. Give it the account's id as its key: nothing that another account loaded is shown in it. */
export function AccountPages({ id, children }: Props) {
  const queries = useQueryClient();
  useState(() => {
    showAccount(id);
    queries.removeQueries({
      // What is filed under the account's id is its own: the tabs above have begun to ask for it.
      predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] && queryKey[1] !== id,
    });
  });
  return <>{children}</>;
}
