import { useQuery } from "@tanstack/preact-query";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { useNumbersChanged } from "../../use-numbers-changed.ts";

const LOOK_MS = 2000;
const LOOK_LATE_MS = 10_000; // a call that comes after all is still shown
const PATIENCE_MS = 120_000;

/** Waits for a ring of the number while the page is in sight. `late` when none has come for two minutes. */
export function useTestCall(id: string, startAtOnce: boolean) {
  const changed = useNumbersChanged();
  const [turn, setTurn] = useState(startAtOnce ? 1 : 0);
  const [late, setLate] = useState(false);
  const since = useRef<number | null>(null); // by the server's clock: the one here may be wrong
  const { data: ring = null, error } = useQuery({
    queryKey: ["rings", id, turn],
    queryFn: async () => {
      const from = since.current;
      const query = { since: String(from ?? Date.now()) };
      const { items, now } = await bodyOf(api["phone-numbers"][":id"].rings.$get({ param: { id }, query }));
      if (from === null) since.current = now;
      return from === null ? null : (items[0] ?? null);
    },
    enabled: turn > 0,
    refetchInterval: ({ state }) => (state.data ? false : late ? LOOK_LATE_MS : LOOK_MS),
    staleTime: 0,
    gcTime: 0,
  });
  const waiting = turn > 0 && !ring;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting, turn]);
  useEffect(() => {
    if (ring) void changed(); // the first one proves the number
  }, [ring?.received_at]);
  const start = () => {
    since.current = null;
    setLate(false);
    setTurn((before) => before + 1);
  };
  return { ring, waiting, late: waiting && late, problem: waiting && error ? error.message : "", start };
}
