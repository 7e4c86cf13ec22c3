import { useQuery } from "@tanstack/preact-query";
import { MessageCircle } from "lucide-preact";
import { Trouble } from "../components/Trouble.tsx";
import type { Overview as State } from "../replies.ts";
import { clock } from "../times/moment.ts";
import { AnsweringSwitch } from "./AnsweringSwitch.tsx";
import { AnswersNow } from "./AnswersNow.tsx";
import { LastCall } from "./LastCall.tsx";
import { NumberList } from "./NumberList.tsx";
import { OverviewSkeleton } from "./OverviewSkeleton.tsx";
import { overviewQuery } from "./overview-query.ts";
import { hasOpenSteps, ToGoLive } from "./ToGoLive.tsx";

const REFRESH_MS = 5000; // an operator who tests their number waits here for the call

export function Overview() {
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...overviewQuery,
    refetchInterval: REFRESH_MS,
  });
  return (
    <div class="grid gap-5">
      <div class="flex flex-wrap items-center justify-between gap-3">
        <h1 class="text-2xl font-semibold">{data?.company_name ?? "Overview"}</h1>
        {data?.configured && (
          <a href="/try" class="btn border-line bg-base-100 h-11">
            <MessageCircle size={17} aria-hidden="true" /> Try your agent
          </a>
        )}
      </div>
      {error && <Trouble what={data ? staleSince(dataUpdatedAt) : error.message} onRetry={() => void refetch()} />}
      {data && <Content state={data} now={dataUpdatedAt} />}
      {!data && !error && <OverviewSkeleton />}
    </div>
  );
}

function staleSince(at: number): string {
  return `The latest state could not be loaded. This is from ${clock(at, undefined)}.`;
}

function Content({ state, now }: { state: State; now: number }) {
  const zone = state.office?.timezone;
  const setUp = <ToGoLive checklist={state.checklist} live={state.live} />;
  return (
    <>
      <AnswersNow state={state} now={now} />
      <AnsweringSwitch state={state} />
      <div class="grid items-start gap-5 md:grid-cols-2">
        {!state.live && setUp}
        <div class={state.live ? "contents" : "grid gap-5"}>
          <LastCall ring={state.last_ring} zone={zone} now={now} hasNumber={state.phone_numbers.length > 0} />
          <NumberList numbers={state.phone_numbers} />
        </div>
        {state.live && hasOpenSteps(state.checklist) && setUp}
      </div>
    </>
  );
}
