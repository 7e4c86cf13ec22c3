import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { CircleCheck, PhoneIncoming } from "lucide-preact";
import { useState } from "preact/hooks";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";
import { legWords, TESTS, type TestKind, testsOf } from "./leg-words.ts";
import { type NumberRoute, routeQuery } from "./route-query.ts";

const LOOK_MS = 2000;

type Test = { kind: TestKind; startedAt: number; since: number | null };

/** "Call your number now": follows a call live, leg by leg. */
export function LiveTest({ id, route }: { id: string; route: NumberRoute }) {
  const queries = useQueryClient();
  const [test, setTest] = useState<Test>();
  const { data: call, error } = useQuery({
    queryKey: ["route-calls", id, test?.startedAt],
    queryFn: async () => {
      const seen = test ? await latestCall(id, test) : null;
      if (seen) await queries.invalidateQueries({ queryKey: routeQuery(id).queryKey });
      return seen;
    },
    enabled: test !== undefined,
    refetchInterval: LOOK_MS,
    staleTime: 0,
    gcTime: 0,
  });
  const kinds = testsOf(route);
  if (kinds.length === 0) return null;
  const dial = phoneText(route.public_number ?? route.agent_number);
  return (
    <section class="panel grid gap-4 p-5 sm:p-6" aria-labelledby="live-title">
      <div>
        <h2 id="live-title" class="flex items-center gap-2 text-lg font-semibold">
          <PhoneIncoming size={20} aria-hidden="true" class="text-accent-ink" /> Call your number now
        </h2>
        <p class="mt-0.5 text-soft">
          A call proves more than any setting. This page shows where it goes, as it goes there.
        </p>
      </div>
      <div class="flex flex-wrap gap-2">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="btn h-11"
            aria-pressed={test?.kind === kind}
            onClick={() => setTest({ kind, startedAt: performance.now(), since: null })}
          >
            {TESTS[kind].title}
          </button>
        ))}
      </div>
      {test && (
        <div role="status" aria-live="polite" class="grid gap-2">
          {!call && <p>{`${TESTS[test.kind].todo(dial)} Keep this page open.`}</p>}
          {error && !call && <p class="font-medium text-error">{error.message}</p>}
          {call && (
            <ol class="grid gap-2">
              {legWords(call).map((words) => (
                <li key={words} class="flex gap-2.5">
                  <CircleCheck size={20} aria-hidden="true" class="mt-0.5 shrink-0 text-success" /> {words}
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </section>
  );
}

/** The latest call since the test began, by the server's clock, because the clock of this device may be wrong. */
async function latestCall(id: string, test: Test) {
  const query = test.since === null ? {} : { since: String(test.since) };
  const { items, now } = await bodyOf(api["phone-numbers"][":id"].route.calls.$get({ param: { id }, query }));
  test.since ??= Math.floor(now - (performance.now() - test.startedAt));
  const since = test.since;
  return items.find(({ received_at }) => received_at >= since) ?? null;
}
