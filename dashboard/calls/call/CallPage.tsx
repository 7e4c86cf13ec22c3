import { useQuery } from "@tanstack/preact-query";
import { ArrowLeft } from "lucide-preact";
import { useRoute } from "preact-iso";
import { CallOutcome } from "../../components/CallOutcome.tsx";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { RequestError } from "../../request-error.ts";
import { useCompanyZone } from "../../times/company-zone.ts";
import type { CallDetails } from "../call-replies.ts";
import { callText } from "../caller-text.ts";
import { callsPlace } from "../calls-place.ts";
import { BlockCaller } from "./BlockCaller.tsx";
import { CallFacts } from "./CallFacts.tsx";
import { Conversation } from "./Conversation.tsx";
import { callQuery } from "./call-query.ts";
import { Judgement } from "./Judgement.tsx";
import { MessagesLeft } from "./MessagesLeft.tsx";
import { NoSuchCall } from "./NoSuchCall.tsx";
import { Recording } from "./Recording.tsx";

/** One call: its conversation, look-ups and recording, and what the operator can do about it. */
export function CallPage() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const { data, error, refetch } = useQuery(callQuery(id));
  const zone = useCompanyZone() ?? undefined;
  const unknown = error instanceof RequestError && error.status === 404;
  return (
    <div class="grid gap-5">
      <div>
        <a href={callsPlace()} class="link inline-flex min-h-11 items-center gap-1.5 text-soft">
          <ArrowLeft size={17} aria-hidden="true" /> All calls
        </a>
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 class="tabular text-2xl font-semibold">{data && !unknown ? titleOf(data) : "Call"}</h1>
          {data && !unknown && (
            <span role="status">
              <CallOutcome outcome={data.outcome} />
            </span>
          )}
        </div>
      </div>
      {unknown && <NoSuchCall />}
      {error && data && !unknown && <Notice kind="error">This call is not up to date. {error.message}</Notice>}
      {error && !data && !unknown && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && !unknown && <PageSkeleton />}
      {data && !unknown && <Content key={id} call={data} zone={zone} />}
    </div>
  );
}

/** On a wide screen the facts stand at the side; on a phone they come first and the actions last. */
function Content({ call, zone }: { call: CallDetails; zone: string | undefined }) {
  return (
    <div class="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div class="contents lg:grid lg:gap-5">
        <Card title="Summary">
          <p class={call.summary ? "" : "text-soft"}>{call.summary ?? noSummary(call)}</p>
        </Card>
        <Recording call={call} />
        <MessagesLeft messages={call.messages} />
        <div class="max-lg:order-2">
          <Conversation call={call} />
        </div>
      </div>
      <aside aria-label="About this call" class="contents lg:grid lg:gap-5">
        <div class="max-lg:order-1">
          <CallFacts call={call} zone={zone} />
        </div>
        <div class="grid gap-5 max-lg:order-3">
          <Judgement call={call} />
          {call.direction === "inbound" && <BlockCaller call={call} />}
        </div>
      </aside>
    </div>
  );
}

function titleOf(call: CallDetails): string {
  const { way, who } = callText(call);
  return `Call ${way} ${who}`;
}

function noSummary({ live, transcript_missing, kept_days }: CallDetails): string {
  if (live) return "The call is still going on. The summary appears shortly after it ends.";
  if (transcript_missing === "not_yet") return "The summary appears shortly after the call ends.";
  if (transcript_missing === "removed") return `Removed: conversations are kept for ${kept_days.transcript} days.`;
  return "There is no summary of this call.";
}
