import { useEffect, useState } from "preact/hooks";

/** The time, moving on every second while it is watched and the page is seen. Epoch milliseconds. */
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
