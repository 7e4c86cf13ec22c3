import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { ProgressBar } from "../../components/ProgressBar.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { companyZoneQuery } from "../../times/company-zone.ts";
import { importAddress } from "../import-address.ts";
import type { Kind } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { FilePicker } from "./FilePicker.tsx";
import { MappingStep } from "./MappingStep.tsx";
import { useImport } from "./use-import.ts";

/** The steps of an import: choose a file, check its columns, upload it. */
export function ImportPage() {
  const { query } = useLocation();
  const kind: Kind = query.kind === "drivers" ? "drivers" : "reservations";
  const { data: timezone, error, refetch } = useQuery(companyZoneQuery);
  return (
    <div class="grid gap-5">
      <h1 class="text-2xl font-semibold">Import {KIND_WORDS[kind].many}</h1>
      {timezone && <Steps key={kind} kind={kind} timezone={timezone} from={query.from} />}
      {timezone === null && <SettingsFirst />}
      {error && timezone === undefined && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {timezone === undefined && !error && <PageSkeleton />}
    </div>
  );
}

function Steps({ kind, timezone, from }: { kind: Kind; timezone: string; from: string | undefined }) {
  const { route } = useLocation();
  const queries = useQueryClient();
  const flow = useImport({
    kind,
    timezone,
    onSent: (sent) => {
      queries.setQueryData(["imports", sent.id], sent);
      route(importAddress(sent.id, { ...(from && { from }), unchanged: sent.unchanged }));
    },
  });
  const { state } = flow;
  useWarningOnClose(state.step === "sending");
  if (state.step === "choose") return <FilePicker kind={kind} problem={state.problem} onFile={flow.open} />;
  if (state.step === "opening") {
    return (
      <section class="panel p-5 sm:p-8" aria-label="Reading">
        <ProgressBar words={`Reading ${state.fileName}`} share={state.share} />
      </section>
    );
  }
  if (state.step === "sending") {
    return (
      <section class="panel grid gap-4 p-5 sm:p-8" aria-label="Uploading">
        <ProgressBar words={`Uploading ${state.list.file.name}`} share={state.share} />
        <p class="text-soft">
          If your connection drops, the upload waits and continues. If you close this page, choose the same file again,
          and it continues where it stopped.
        </p>
      </section>
    );
  }
  return (
    <MappingStep
      list={state.list}
      problem={state.problem}
      onChoose={(changed) => flow.choose(state.list, changed)}
      onAnswer={(question, option) => flow.answer(state.list, question, option)}
      onBack={() => flow.back(state.list)}
      onSend={(mode) => flow.send(state.list, mode)}
      onStartOver={flow.startOver}
    />
  );
}

/** Before the first save of the settings, the time zone of the list is unknown. */
function SettingsFirst() {
  return (
    <section class="panel grid justify-items-start gap-4 p-6 sm:p-8" aria-label="Settings first">
      <p>Save your company settings first. The times in your list are read in your time zone.</p>
      <a class="btn btn-primary h-11" href="/settings">
        Go to Agent Settings
      </a>
    </section>
  );
}

function useWarningOnClose(sending: boolean): void {
  useEffect(() => {
    if (!sending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [sending]);
}
