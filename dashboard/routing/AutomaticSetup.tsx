import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { RotateCw, Undo2, Wand2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf, done } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import { routeQuery } from "./route-query.ts";
import { SetupStart } from "./SetupStart.tsx";
import { type RouteSetup, setupQuery } from "./setup-query.ts";

/** Sets the number up at its carrier by the carrier's own API, and takes it back. */
export function AutomaticSetup({ id }: { id: string }) {
  const queries = useQueryClient();
  const { data: setup } = useQuery(setupQuery(id));
  const [undoing, setUndoing] = useState(false);
  const { busy, problem, run } = useAction();
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
  const { state } = setup;
  return (
    <section class="panel grid gap-4 p-5 sm:p-6" aria-labelledby="setup-title">
      <div>
        <h2 id="setup-title" class="flex items-center gap-2 text-lg font-semibold">
          <Wand2 size={20} aria-hidden="true" class="text-accent-ink" /> {`Let us set it up at ${name}`}
        </h2>
        <p class="mt-0.5 text-soft">
          {`Instead of entering the address yourself. We remember what ${name} has now, and you can go back to exactly that.`}
        </p>
      </div>
      <p role="status" class="sr-only">
        {busy ? `Working at ${name}…` : ""}
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
      {!problem && setup.trouble && <Notice kind="error">{setup.trouble}</Notice>}
      {state === "none" && <SetupStart id={id} setup={setup} name={name} busy={busy} onStart={start} />}
      {state !== "none" && <p>{STATES[state](name)}</p>}
      {setup.outdated && (
        <Notice kind="warning">{`The address has been renewed since then. ${name} still has the old one, so calls take the fallback to your agent.`}</Notice>
      )}
      {state !== "none" && (
        <div class="flex flex-wrap gap-2">
          {(state === "setting_up" || setup.outdated) && (
            <button type="button" class="btn btn-primary h-11" aria-disabled={busy} onClick={() => start(true)}>
              <RotateCw size={17} aria-hidden="true" /> {state === "setting_up" ? "Continue" : "Bring it up to date"}
            </button>
          )}
          <button
            type="button"
            class="btn h-11"
            aria-disabled={busy}
            onClick={() => (state === "undoing" ? run(() => undo("false")) : setUndoing(true))}
          >
            <Undo2 size={17} aria-hidden="true" /> {state === "undoing" ? "Continue" : "Undo it"}
          </button>
          {(problem || setup.trouble) && (
            <button
              type="button"
              class="btn btn-ghost h-11"
              aria-disabled={busy}
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

const STATES: Record<Exclude<RouteSetup["state"], "none">, (name: string) => string> = {
  setting_up: (name) => `We have begun to set the number up at ${name} and have not finished.`,
  set_up: (name) => `${name} asks us for each call. While we do not answer, it connects your agent by itself.`,
  undoing: (name) => `We have begun to put the number back at ${name} and have not finished.`,
};
