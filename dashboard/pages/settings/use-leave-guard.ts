import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";

/**
 * Holds the operator back while something is unsaved: the browser asks before the tab closes, we ask before another
 * page opens. Returns what the question needs, or null when there is nothing to ask.
 */
export function useLeaveGuard(unsaved: boolean) {
  const { route } = useLocation();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!unsaved) return;
    const here = location.href;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || !leaves(link, event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setTarget(link.href.replace(location.origin, ""));
    };
    const onBack = (event: PopStateEvent) => {
      event.stopImmediatePropagation();
      setTarget(location.pathname + location.search + location.hash);
      history.pushState(null, "", here); // the browser has already gone back
    };
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    // Capturing, to come before the router.
    addEventListener("click", onClick, true);
    addEventListener("popstate", onBack, true);
    addEventListener("beforeunload", onClose);
    return () => {
      removeEventListener("click", onClick, true);
      removeEventListener("popstate", onBack, true);
      removeEventListener("beforeunload", onClose);
    };
  }, [unsaved]);
  if (target === null) return null;
  return { onStay: () => setTarget(null), onLeave: () => route(target) };
}

function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const elsewhere = link.origin !== location.origin || link.target === "_blank";
  const newTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  return !elsewhere && !newTab && link.pathname !== location.pathname;
}
