/** The keys that open the search, as this machine writes them. */
export const SEARCH_KEYS = /mac|iphone|ipad/i.test(navigator.platform) ? "⌘K" : "Ctrl K";

export function isSearchKey(event: KeyboardEvent): boolean {
  return (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
}
