import { useLocation } from "preact-iso";

/** The state of a list, kept in the address so that it survives a reload and can be shared. */
export function useListAddress() {
  const { path, query, route } = useLocation();
  /** "" removes a part. A new filter starts at the first page. */
  const address = (changes: Record<string, string>) => {
    const restart = Object.keys(changes).every((name) => name === "id" || name === "after") ? {} : { after: "" };
    const parts = Object.entries({ ...query, ...restart, ...changes }).filter(([, value]) => value !== "");
    const text = new URLSearchParams(parts).toString();
    return text ? `${path}?${text}` : path;
  };
  return {
    query,
    address,
    /** Use `replace` while the operator types; a choice adds to the history. */
    go: (changes: Record<string, string>, { replace = false } = {}) => route(address(changes), replace),
  };
}
