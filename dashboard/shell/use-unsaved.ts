import { useLayoutEffect } from "preact/hooks";
import { holdNavigation } from "./navigation-gate.ts";

/** While something is unsaved, the browser asks before the tab closes, and we before another page opens or anybody signs out. */
export function useUnsaved(unsaved: boolean): void {
  // With the words "unsaved changes", not a moment after them: going back may follow at once.
  useLayoutEffect(() => (unsaved ? holdNavigation() : undefined), [unsaved]);
}
