import { useQuery } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { overviewQuery } from "../overview/overview-query.ts";
import type { Config, Overview } from "../replies.ts";
import { useSession } from "../session.ts";
import { configQuery } from "../settings/config-query.ts";
import { isStep, resumeAt, type Step } from "./steps.ts";
import { Wizard } from "./Wizard.tsx";

/** Sets a new company up, step by step. Without a step in its address it continues where the operator stopped. */
export function WelcomePage() {
  const { query, route } = useLocation();
  const { data: session } = useSession();
  const config = useQuery(configQuery);
  const overview = useQuery(overviewQuery);
  const error = config.error ?? overview.error;
  const isLoaded = config.data !== undefined && overview.data !== undefined;
  const step = isLoaded ? stepFor(query.step, config.data, overview.data.checklist) : null;
  useEffect(() => {
    if (isLoaded && query.step !== step) route(step ? `/welcome?step=${step}` : "/", true);
  }, [isLoaded, step, query.step]);
  return (
    <div class="mx-auto grid max-w-3xl gap-5">
      <div>
        <h1 class="text-2xl font-semibold">Set up your agent</h1>
        <p class="mt-1 text-soft">
          Each step is saved on its own. You can stop at any time and go on later, on any device.
        </p>
      </div>
      {error && !isLoaded && (
        <Trouble
          what={error.message}
          onRetry={() => {
            void config.refetch();
            void overview.refetch();
          }}
        />
      )}
      {!error && !(isLoaded && step) && <PageSkeleton />}
      {isLoaded && step && <Wizard step={step} config={config.data} email={session?.user.email ?? ""} />}
    </div>
  );
}

/** The step in the address; without one, where the operator stopped. Before there is a company, only its name. */
function stepFor(asked: string | undefined, config: Config | null, checklist: Overview["checklist"]): Step | null {
  if (config && isStep(asked)) return asked;
  return resumeAt(config, checklist);
}
