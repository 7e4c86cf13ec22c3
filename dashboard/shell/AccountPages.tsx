import { useQueryClient } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { showAccount } from "../accounts/loaded-account.ts";
import { sessionQuery } from "../session.ts";

type Props = { id: string; children: ComponentChildren };

/** The pages of one account. Its key must be the account's id, so that nothing another account loaded is shown. */
export function AccountPages({ id, children }: Props) {
  const queries = useQueryClient();
  useState(() => {
    showAccount(id);
    queries.removeQueries({
      // Queries under this account's id belong to it: the tabs above have already started them.
      predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] && queryKey[1] !== id,
    });
  });
  return <>{children}</>;
}
