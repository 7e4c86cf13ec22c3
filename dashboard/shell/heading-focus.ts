import { useEffect, useRef } from "preact/hooks";

/**
 * Another page opens: its heading gets the focus, as it would with a page that is loaded, so that who hears the page
 * knows where he is. One that is still being fetched gets it once it is there; an address with a place keeps that place.
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
