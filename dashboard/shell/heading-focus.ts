import { useEffect, useRef } from "preact/hooks";

/**
 * Moves the focus to the heading when another page opens, as a page load would, so that people who use a screen reader
 * know where they are. Waits for a heading that is still loading; an address with a hash keeps its own place.
 */
export function useHeadingFocus(path: string): void {
  const opened = useRef(path);
  useEffect(() => {
    if (opened.current === path) return;
    opened.current = path;
    if (location.hash || focusHeading()) return;
    const waiting = new MutationObserver(() => {
      if (focusHeading()) waiting.disconnect();
    });
    waiting.observe(document.body, { childList: true, subtree: true });
    return () => waiting.disconnect();
  }, [path]);
}

function focusHeading(): boolean {
  const heading = document.querySelector("h1");
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
