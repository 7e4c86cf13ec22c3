import { useEffect, useState } from "preact/hooks";

/** The time in epoch milliseconds, updated every second while `watched` and while the page is visible. */
export function useNow(watched: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!watched) return;
    setNow(Date.now());
    const timer = setInterval(() => !document.hidden && setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [watched]);
  return now;
}
