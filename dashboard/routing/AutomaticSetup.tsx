import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { RotateCw, Undo2, Wand2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf, done } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import { routeQuery } from "./route-query.ts";
import { SetupStart } from "./SetupStart.tsx";
import { SetupSteps } from "./SetupSteps.tsx";
import { type RouteSetup, setupQuery } from "./setup-query.ts";

const LOOK_MS = 1000;

/** Sets the number up at its carrier by the carrier's own API, and takes it back. */
export function AutomaticSetup({ id }: { id: string }) {
  const queries = useQueryClient();
  const [undoing, setUndoing] = useState(false);
  const { busy, problem, run } = useAction();
  const { data: setup } = useQuery({
    ...setupQuery(id),
    // It may also be another tab, or this one before it was reloaded, that works on it.
    refetchInterval: ({ state }) => (busy || state.data?.running ? LOOK_MS : false),
  });
  if (!setup?.carrier_name) return null;
  const name = setup.carrier_name;
  const refresh = () =>
    Promise.all([setupQuery(id), routeQuery(id)].map(({ queryKey }) => queries.invalidateQueries({ queryKey })));
  /** A refusal, too, changes how far it is. */
  const thenRefresh = async (work: Promise<unknown>) => {
    try {
      await work;
    } finally {
      await refresh();
    }
  };
  const client = api["phone-numbers"][":id"].route.setup;
  const start = (detach: boolean) => run(() => thenRefresh(bodyOf(client.$post({ param: { id }, json: { detach } }))));
  const undo = (leave_as_is: "true" | "false") =>
    thenRefresh(done(client.$delete({ param: { id }, query: { leave_as_is } })));
  const { state, steps } = setup;
  const working = busy || setup.running;
  const studio = steps.some((step) => step.id === "studio_flow");
  return (
    <section class="panel grid gap-4 p-5 sm:p-6" aria-labelledby="setup-title">
      <div>
        <h2 id="setup-title" class="flex items-center gap-2 text-lg font-semibold">
          <Wand2 size={20} aria-hidden="true" class="text-accent-ink" /> {`Let us set it up at ${name}`}
        </h2>
        <p class="mt-0.5 text-soft">
          {`Instead of doing it yourself in its console. We remember what ${name} has now, and you can go back to exactly that.`}
        </p>
      </div>
      <p role="status" class="sr-only">
        {working ? `Working at ${name}…` : ""}
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
      {!problem && !working && setup.trouble && <Notice kind="error">{setup.trouble}</Notice>}
      {state === "none" && <SetupStart id={id} setup={setup} name={name} busy={busy} onStart={start} />}
      {state !== "none" && <p>{working ? WORKING[state](name) : STATES[state](name, studio)}</p>}
      {state !== "none" && (state !== "set_up" || working) && <SetupSteps steps={steps} />}
      {setup.outdated && (
        <Notice kind="warning">{`The address or the ring time has changed since then, and ${name} still has the old one. After a new address, calls go straight to your agent until you bring it up to date.`}</Notice>
      )}
      {state !== "none" && (
        <div class="flex flex-wrap gap-2">
          {(state === "setting_up" || setup.outdated) && (
            <button type="button" class="btn btn-primary h-11" aria-disabled={working} onClick={() => start(true)}>
              <RotateCw size={17} aria-hidden="true" /> {state === "setting_up" ? "Continue" : "Bring it up to date"}
            </button>
          )}
          <button
            type="button"
            class="btn h-11"
            aria-disabled={working}
            onClick={() => (state === "undoing" ? run(() => undo("false")) : setUndoing(true))}
          >
            <Undo2 size={17} aria-hidden="true" /> {state === "undoing" ? "Continue" : "Undo it"}
          </button>
          {(problem || setup.trouble) && (
            <button
              type="button"
              class="btn btn-ghost h-11"
              aria-disabled={working}
              onClick={() => run(() => undo("true"))}
            >
              {`Leave it at ${name} as it is, and forget it here`}
            </button>
          )}
        </div>
      )}
      {undoing && (
        <ConfirmDialog
          title={`Put the number back as it was at ${name}?`}
          confirm="Undo it"
          destructive
          onConfirm={async () => {
            await undo("false");
            setUndoing(false);
          }}
          onClose={() => setUndoing(false)}
        >
          {`${name} gets exactly the settings it had before, and no longer asks us. If somebody has changed the number there since, we change nothing and tell you.`}
        </ConfirmDialog>
      )}
    </section>
  );
}

type Begun = Exclude<RouteSetup["state"], "none">;

const WORKING: Record<Begun, (name: string) => string> = {
  setting_up: (name) => `We are setting the number up at ${name}.`,
  set_up: (name) => `We are bringing the number up to date at ${name}.`,
  undoing: (name) => `We are putting the number back as it was at ${name}.`,
};

const STATES: Record<Begun, (name: string, studio: boolean) => string> = {
  setting_up: (name) => `We have begun to set the number up at ${name} and have not finished.`,
  set_up: (name, studio) =>
    studio
      ? `Your number has our Studio flow. It asks us who answers, and reaches your agent by itself while we do not answer.`
      : `${name} asks us for each call. While we do not answer, it connects your agent by itself.`,
  undoing: (name) => `We have begun to put the number back at ${name} and have not finished.`,
};
