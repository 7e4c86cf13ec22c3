import { useRef } from "preact/hooks";

/** Runs one thing at a time: a second click while the first is still running does nothing. */
export function useOneAtATime() {
  const busy = useRef(false);
  return async (work: () => Promise<unknown>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } finally {
      busy.current = false;
    }
  };
}
