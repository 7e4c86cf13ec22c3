import { useLayoutEffect } from "preact/hooks";
import { holdNavigation } from "./navigation-gate.ts";

/** While something is unsaved, the browser asks before the tab closes, and we ask before leaving the page or signing out. */
export function useUnsaved(unsaved: boolean): void {
  // In the same frame as the words "Unsaved changes": the operator may go back immediately.
  useLayoutEffect(() => (unsaved ? holdNavigation() : undefined), [unsaved]);
}
