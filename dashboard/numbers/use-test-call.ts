import { useQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

const LOOK_MS = 2000;
const LOOK_LATE_MS = 10_000; // a late call is still shown
const PATIENCE_MS = 120_000;

/** `startedAt` is on this page's clock, `since` on the server's once that is known. */
type Test = { startedAt: number; since: number | null };

/** Waits for a call to the number while the page is visible. `late` after two minutes without one. */
export function useTestCall(id: string, startAtOnce: boolean) {
  const changed = useNumbersChanged();
  const [test, setTest] = useState(startAtOnce ? begin : null);
  const [late, setLate] = useState(false);
  const { data: ring = null, error } = useQuery({
    queryKey: ["rings", id, test?.startedAt],
    queryFn: () => test && ringOf(id, test),
    enabled: test !== null,
    refetchInterval: ({ state }) => (state.data ? false : late ? LOOK_LATE_MS : LOOK_MS),
    staleTime: 0,
    gcTime: 0,
  });
  const waiting = test !== null && !ring;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting, test]);
  useEffect(() => {
    if (ring) void changed(); // the first call proves the number
  }, [ring?.received_at]);
  const start = () => {
    setLate(false);
    setTest(begin());
  };
  return { ring, waiting, late: waiting && late, problem: waiting && error ? error.message : "", start };
}

function begin(): Test {
  return { startedAt: performance.now(), since: null };
}

/** The latest call since the test began, by the server's clock, because the clock of this device may be wrong. */
async function ringOf(id: string, test: Test) {
  const query = test.since === null ? {} : { since: String(test.since) };
  const { items, now } = await bodyOf(api["phone-numbers"][":id"].rings.$get({ param: { id }, query }));
  test.since ??= Math.floor(now - (performance.now() - test.startedAt));
  const since = test.since;
  return items.find(({ received_at }) => received_at >= since) ?? null;
}
