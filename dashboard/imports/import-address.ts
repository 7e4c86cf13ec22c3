/** An import's page. `from`: where the operator came from, which stays in the address until they go back there. */
export function importAddress(id: string, { from, unchanged }: { from?: string; unchanged?: boolean } = {}): string {
  const query = new URLSearchParams({ ...(unchanged && { unchanged: "true" }), ...(from && { from }) });
  return `/imports/${encodeURIComponent(id)}${query.size > 0 ? `?${query}` : ""}`;
}

/** Uploads a list while the company is being set up: once it is in use, the operator is back at `SET_UP_LISTS`. */
export const UPLOAD_IN_SET_UP = "/imports/new?kind=reservations&from=welcome";

/** The step of setting up that the list belongs to. */
const SET_UP_LISTS = "/welcome?step=reservations";

/** Where an import leads when its list is in use; null where the operator stays on its page. */
export function afterImport(from: string | undefined): string | null {
  return from === "welcome" ? SET_UP_LISTS : null;
}

/** The page of a list with the history of its imports open. */
export function historyAddress(kind: "reservations" | "drivers"): string {
  return `/${kind}?history=open`;
}
