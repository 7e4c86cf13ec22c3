import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { holdNavigation } from "../../navigation-gate.ts";

/**
 * Holds the operator back while something is unsaved: the browser asks before the tab closes, we ask before another
 * page opens. Returns what the question needs, or null when there is nothing to ask.
 */
export function useLeaveGuard(unsaved: boolean) {
  const { route } = useLocation();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!unsaved) return;
    const letGo = holdNavigation(setTarget);
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", onClose);
    return () => {
      letGo();
      removeEventListener("beforeunload", onClose);
    };
  }, [unsaved]);
  if (target === null) return null;
  return { onStay: () => setTarget(null), onLeave: () => route(target) };
}
