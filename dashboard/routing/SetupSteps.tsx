import { Circle, CircleAlert, CircleCheck, LoaderCircle } from "lucide-preact";
import type { RouteSetup } from "./setup-query.ts";

type State = RouteSetup["steps"][number]["state"];

const STATES: Record<State, { icon: typeof Circle; tone: string; words: string }> = {
  done: { icon: CircleCheck, tone: "text-success", words: "Done" },
  doing: { icon: LoaderCircle, tone: "text-accent-ink motion-safe:animate-spin", words: "Now" },
  stopped: { icon: CircleAlert, tone: "text-error", words: "Stopped here" },
  open: { icon: Circle, tone: "text-soft", words: "Not yet" },
};

/** How far a set-up, or its undoing, has come. */
export function SetupSteps({ steps }: Pick<RouteSetup, "steps">) {
  return (
    <ol class="grid gap-2">
      {steps.map(({ id, words, state }) => {
        const { icon: Icon, tone, words: said } = STATES[state];
        return (
          <li key={id} class="flex gap-2.5">
            <Icon size={20} aria-hidden="true" class={`mt-0.5 shrink-0 ${tone}`} />
            <span class={state === "open" ? "text-soft" : ""}>
              <span class="sr-only">{said}: </span>
              {words}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
