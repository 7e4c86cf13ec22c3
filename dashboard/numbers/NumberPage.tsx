import { useQuery } from "@tanstack/preact-query";
import { ArrowLeft } from "lucide-preact";
import { useRef } from "preact/hooks";
import { useRoute } from "preact-iso";
import { Notice } from "../components/Notice.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { StatusBadge } from "../components/StatusBadge.tsx";
import { Trouble } from "../components/Trouble.tsx";
import type { PhoneNumber } from "../replies.ts";
import { ConnectionPanel } from "./ConnectionPanel.tsx";
import { HowCallsArrive } from "./HowCallsArrive.tsx";
import { KnownNumberForm } from "./KnownNumberForm.tsx";
import { NotThere } from "./NotThere.tsx";
import { NumberActions } from "./NumberActions.tsx";
import { numberText } from "./number-text.ts";
import { isGone, numberQuery } from "./numbers-query.ts";
import { PrimaryMark } from "./PrimaryMark.tsx";
import { TestCall } from "./TestCall.tsx";
import { useEditing } from "./use-editing.ts";
import { useGoneAfterRemoval } from "./use-gone-after-removal.ts";

/** One number: its status, a test call, and its settings. */
export function NumberPage() {
  const { query, params } = useRoute();
  const id = params.id ?? "";
  const { data, error, refetch } = useQuery(numberQuery(id));
  const gone = isGone(error);
  const there = data && !gone;
  const removed = gone && data?.status === "disconnecting";
  useGoneAfterRemoval(data, gone);
  return (
    <div class="grid gap-5">
      <div>
        <a class="link -mt-3 inline-flex min-h-11 items-center gap-1.5 text-sm" href="/numbers">
          <ArrowLeft size={16} aria-hidden="true" /> All numbers
        </a>
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 class="tabular text-2xl font-semibold">{there ? numberText(data.phone_number) : "Phone number"}</h1>
          {there && data.is_primary && <PrimaryMark />}
          {there && <StatusBadge number={data} />}
        </div>
        {there && data.label && <p class="mt-0.5 text-soft">{data.label}</p>}
      </div>
      {gone && !removed && <NotThere />}
      {error && !data && !gone && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {((!data && !error) || removed) && <PageSkeleton />}
      {there && <Content key={data.id} number={data} added={query.added === "true"} />}
    </div>
  );
}

function Content({ number, added }: { number: PhoneNumber; added: boolean }) {
  const editing = useEditing(number);
  const connecting = useHasBeen(number.status === "pending");
  const testable = number.status === "connected";
  const staying = number.status !== "disconnecting";
  return (
    <>
      {added && number.status === "not_connected" && (
        <Notice kind="success">
          {numberText(number.phone_number)} has been added. Your agent now recognizes its calls.
        </Notice>
      )}
      <div class={`grid gap-5 ${testable ? "md:grid-cols-2" : ""}`}>
        <ConnectionPanel number={number} form={editing} />
        {testable && <TestCall number={number} startAtOnce={connecting || number.verified_at === null} />}
      </div>
      {staying && <HowCallsArrive id={number.id} />}
      {staying && <KnownNumberForm number={number} editing={editing} />}
      {staying && <NumberActions number={number} />}
    </>
  );
}

/** True once `now` has been true. */
function useHasBeen(now: boolean): boolean {
  const been = useRef(now);
  been.current ||= now;
  return been.current;
}
