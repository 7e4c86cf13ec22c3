import { useQueryClient } from "@tanstack/preact-query";
import { CalendarClock, CalendarX, MoonStar } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, done } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import type { Overview } from "../replies.ts";
import { SwitchDialog, type Switched } from "./SwitchDialog.tsx";

type Props = { state: Overview };

/** The manual switch: who answers until a moment, whatever the schedule says. The next call follows it. */
export function AnsweringSwitch({ state }: Props) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Switched | null>(null);
  const { busy, problem, run } = useAction();
  if (!state.office || !state.switch_ends) return null;
  const changed = () =>
    Promise.all(["overview", "answering-override"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const backToSchedule = () =>
    run(async () => {
      await done(api["answering-override"].$delete({}));
      await changed();
    });
  return (
    <section class="panel p-5 sm:p-6" aria-label="Switch by hand">
      <div class="flex flex-wrap items-center gap-x-6 gap-y-4">
        <div class="min-w-0 flex-1 basis-64">
          <h2 class="text-base font-semibold">Switch by hand</h2>
          <p role="status" class="mt-0.5 text-soft">
            {state.override
              ? "Your switch counts instead of the schedule. It ends by itself."
              : "Your schedule counts now. A switch overrides it from the next call on, and ends by itself."}
          </p>
        </div>
        <div class="flex flex-wrap gap-2 max-sm:w-full max-sm:*:w-full">
          {state.override && (
            <button type="button" class="btn btn-primary h-11" aria-disabled={busy} onClick={backToSchedule}>
              <CalendarClock size={17} aria-hidden="true" /> Back to schedule
            </button>
          )}
          <button type="button" class="btn h-11" onClick={() => setAsking("agent")}>
            <MoonStar size={17} aria-hidden="true" /> The agent answers everything until…
          </button>
          <button type="button" class="btn h-11" onClick={() => setAsking("closed")}>
            <CalendarX size={17} aria-hidden="true" /> The office is closed today
          </button>
        </div>
      </div>
      {problem && (
        <div class="mt-4">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {asking && (
        <SwitchDialog
          answers={asking}
          ends={state.switch_ends[asking]}
          zone={state.office.timezone}
          onSwitched={changed}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
